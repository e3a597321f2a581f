import { find } from './find.ts';
import { type PageTexts, tell } from './texts.ts';

/** Says what the browser does not keep, and what can be done: of the place in the conversation, or of the words alone. */
export function forewarn(keepsPlace: boolean, keepsWords: boolean, texts: PageTexts): void {
  const forewarning = find('unkept', HTMLElement);
  forewarning.hidden = keepsPlace && keepsWords;
  const [words, ...ways] = forewarning.children;
  if (!keepsPlace || !(words instanceof HTMLElement)) return;
  tell(words, 'unkept-words', texts);
  for (const way of ways) way.remove();
}

/** Within another site's page, a link opens beside it: the frame shows the conversation and nothing else. */
export function openBeside(): void {
  // It has its tab already, or was given no origin: then a tab opened from here has none either.
  if (self === top || self.origin === 'null') find('unkept', HTMLElement).querySelector('a')?.remove();
  if (self === top) return;
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link === null || link.target !== '' || link.getAttribute('href')?.startsWith('#')) return;
    link.target = '_blank';
    link.rel = 'noopener';
  });
}
