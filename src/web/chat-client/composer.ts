import { find } from './find.ts';
import type { PageTexts } from './texts.ts';

/** The line to type in, and the words to tap: both say something in the person's name. */
export function prepareComposer(texts: PageTexts, say: (words: string) => void): void {
  const form = find('form', HTMLFormElement);
  const reply = find('reply', HTMLTextAreaElement);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = reply.value.trim();
    if (words === '') return reply.focus();
    reply.value = '';
    grow(reply);
    say(words);
  });
  reply.addEventListener('input', () => grow(reply));
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
