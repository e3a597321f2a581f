import { create, find } from './find.ts';
import { site } from './site.ts';
import { type PageTexts, type TextKey, tell } from './texts.ts';

/** Nothing can be said here: the page says why, and where else. */
export function stop(key: 'no-invitation' | 'used-invitation' | 'no-consultation', texts: PageTexts): void {
  document.body.classList.add('stopped');
  const way = create('a', 'way', texts.say('join'));
  way.setAttribute('href', site.href);
  last(create('p', '', texts.say(key)), way);
}

/** Nothing of the person is left here: the page says so, and offers to begin again. */
export const showEmptied = (why: 'erased' | 'left', texts: PageTexts, again: () => void): void =>
  propose([why, `${why}-what`, 'again'], texts, again);

/** The page was opened to take up a conversation from elsewhere: only whoever taps does, for a code serves once. */
export const offerTakeUp = (texts: PageTexts, takeUp: () => void): void =>
  propose(['take-up', 'take-up-what', 'take-up-go'], texts, takeUp);

/** The page's own cards go. */
export function withdraw(): void {
  for (const card of document.querySelectorAll('.card.stop')) card.remove();
}

/** A card of the page's own: heading, words and one way on. */
function propose(
  [title, what, go]: readonly [TextKey, TextKey, TextKey],
  texts: PageTexts,
  on: () => void,
): void {
  const heading = create('h2', '');
  heading.tabIndex = -1;
  const words = create('p', '');
  const button = create('button', 'ac-pushButton style-positive');
  for (const [element, key] of [
    [heading, title],
    [words, what],
    [button, go],
  ] as const)
    tell(element, key, texts);
  const card = last(heading, words, button);
  button.addEventListener('click', () => {
    card.remove();
    on();
  });
  heading.focus();
}

/** A card of the page's own, after everything that was said. */
function last(...content: readonly HTMLElement[]): HTMLElement {
  document.getElementById('skeleton')?.remove();
  const card = create('div', 'card stop');
  card.append(...content);
  find('log', HTMLElement).append(card);
  return card;
}
