import { find } from './find.ts';
import type { PageTexts } from './texts.ts';

type Key = Parameters<PageTexts['say']>[0];

/** The one line in which the page speaks of itself. */
export function statusLine(texts: PageTexts) {
  const line = find('status', HTMLElement);
  let showing: Key | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Says it until something else is said, for so many milliseconds only when given; undefined: nothing. */
  function tell(key: Key | undefined, forMs?: number) {
    clearTimeout(timer);
    showing = key;
    line.textContent = key === undefined ? '' : texts.say(key);
    if (key === undefined) delete line.dataset.say;
    else line.dataset.say = key;
    if (forMs !== undefined) timer = setTimeout(() => tell(undefined), forMs);
  }

  return {
    tell,
    clear: () => tell(undefined),
    get showing() {
      return showing;
    },
  };
}
