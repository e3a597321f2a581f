import { takenFromAddress } from './elsewhere/in-address.ts';
import { find } from './find.ts';

/** How the link of an invitation ends: what follows the mark stays in the browser, in no log of any server. */
const mark = '#code=';
const asks = '[data-label=entry-code]';

/**
 * A script of its own, for a consultation that asks for a code: the code of the invitation that the page was opened with, taken out
 * of its address at once, stands in the card that asks for it.
 */
function fillInCode(): void {
  const code = takenFromAddress(mark);
  if (code === undefined) return;
  const log = find('log', HTMLElement);
  const fill = () => {
    for (const field of log.querySelectorAll<HTMLInputElement>(`${asks} input`)) field.value ||= code;
  };
  const watching = new MutationObserver(fill);
  watching.observe(log, { childList: true, subtree: true });
  // One that is refused is not proposed again.
  log.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest(`${asks} button`)) watching.disconnect();
  });
  fill();
}

fillInCode();
