import { type Fields, fields, text } from '../direct-line/activity.ts';
import { create, find } from '../find.ts';
import { type PageTexts, type TextKey, tell } from '../texts.ts';
import { copied } from './copy.ts';
import { takenFromAddress } from './in-address.ts';

/** How the link of a resume code ends: what follows the mark stays in the browser, in no log of any server. */
const mark = '#reprise=';

/** The resume code that the page was opened with. */
export const codeInAddress = (): string | undefined => takenFromAddress(mark);

/** A card without its link to take the conversation up elsewhere, and that link: here it would lead nowhere. */
export function withoutLink(content: Fields): { readonly rest: Fields; readonly link: string | undefined } {
  const actions = Array.isArray(content.actions) ? content.actions : [];
  const address = (action: unknown) => text(fields(action), 'url');
  const isLink = (action: unknown) => address(action)?.includes(mark) === true;
  const link = address(actions.find(isLink));
  return {
    rest: link === undefined ? content : { ...content, actions: actions.filter((a) => !isLink(a)) },
    link,
  };
}

/** What can be done with a resume code: carry it elsewhere, and leave a shared computer as it was. */
export function waysOf(link: string, texts: PageTexts): HTMLElement {
  const ways = create('div', 'ways');
  const code = decodeURIComponent(link.slice(link.indexOf(mark) + mark.length));
  for (const [key, words] of [
    ['copy-code', code],
    ['copy-link', link],
  ] as const) {
    const button = way(key, texts);
    button.addEventListener('click', async () => {
      if (await copied(words)) tell(button, 'copied', texts);
    });
    ways.append(button);
  }
  const leave = way('leave', texts);
  leave.dataset.way = 'leave';
  ways.append(leave);
  return ways;
}

/** Wherever it stands, the button to leave this browser. */
export function onLeaving(leave: () => void): void {
  find('log', HTMLElement).addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-way=leave]')) leave();
  });
}

function way(key: TextKey, texts: PageTexts): HTMLElement {
  const button = create('button', 'ac-pushButton');
  button.setAttribute('type', 'button');
  tell(button, key, texts);
  return button;
}
