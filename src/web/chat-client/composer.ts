import { find } from './find.ts';
import type { PageTexts } from './texts.ts';

/** What is being written: as it is found again, or as another tab shows it. */
export interface Composer {
  write(words: string): void;
}

/** The line to type in, and the words to tap: both say something in the person's name. `written`: each change of what is typed. */
export function prepareComposer(
  texts: PageTexts,
  say: (words: string) => void,
  written: (words: string) => void,
): Composer {
  const form = find('form', HTMLFormElement);
  const reply = find('reply', HTMLTextAreaElement);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = reply.value.trim();
    if (words === '') return reply.focus();
    reply.value = '';
    grow(reply);
    written('');
    say(words);
  });
  reply.addEventListener('input', () => {
    grow(reply);
    written(reply.value);
  });
  reply.addEventListener('keydown', (event) => {
    // While an input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  const said = (button: HTMLButtonElement) => () => say(button.textContent ?? '');
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-word]'))
    button.addEventListener('click', patient(said(button)));
  const other = find('other-language', HTMLButtonElement);
  other.addEventListener(
    'click',
    patient(() => say(texts.say('other-language'))),
  );
  return {
    write(words) {
      // Nobody's words change under their fingers.
      if (document.activeElement === reply && document.hasFocus() && reply.value !== '') return;
      reply.value = words;
      grow(reply);
    },
  };
}

const doubleTap = 600;

/** The same button pressed twice in a breath counts once. */
function patient(action: () => void): () => void {
  let last = -doubleTap;
  return () => {
    if (performance.now() - last < doubleTap) return;
    last = performance.now();
    action();
  };
}

/** As tall as what is written, up to what the style allows. */
function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
