import type { PageTexts } from '../texts.ts';
import { copied } from './copy.ts';

/** Shares the address of the consultation, never an answer: by the device's own sheet, else as a copy. */
export function prepareShare(address: string, texts: PageTexts, tell: (key: 'copied') => void): void {
  const button = document.getElementById('share');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (navigator.share === undefined) {
      if (await copied(address)) tell('copied');
      return;
    }
    // They may close the sheet again.
    await navigator.share({ title: texts.say('heading'), url: address }).catch(() => undefined);
  });
}
