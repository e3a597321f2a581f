import { type PageTexts, tell } from './texts.ts';

const speech = 'speechSynthesis' in globalThis ? speechSynthesis : undefined;
let reading: HTMLButtonElement | undefined;

/** Puts a button on each card of an entry by which the device reads it aloud; a second tap stops. */
export function offerListening(entry: HTMLElement, texts: PageTexts): void {
  if (speech === undefined) return;
  for (const card of entry.querySelectorAll<HTMLElement>('.card')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'listen';
    tell(button, 'listen', texts);
    button.addEventListener('click', () => {
      const isStop = reading === button;
      stop(texts);
      if (!isStop) read(card, button, texts);
    });
    button.hidden = voiceOf(entry.lang) === undefined;
    card.prepend(button);
  }
}

/** Devices tell their voices a moment after the page is there. */
speech?.addEventListener('voiceschanged', () => {
  for (const button of document.querySelectorAll<HTMLElement>('.listen'))
    button.hidden = voiceOf(langOf(button)) === undefined;
});

/** Only voices of the device itself: others send what they read to somebody else. */
function voiceOf(tag: string): SpeechSynthesisVoice | undefined {
  const [primary = ''] = tag.split('-');
  return speech?.getVoices().find(({ lang, localService }) => localService && lang.startsWith(primary));
}

function read(card: HTMLElement, button: HTMLButtonElement, texts: PageTexts): void {
  reading = button;
  tell(button, 'quiet', texts);
  // What is said elsewhere ends the reading: an answer, another page.
  addEventListener('click', ({ target }) => target !== button && stop(texts), { once: true, capture: true });
  addEventListener('pagehide', () => stop(texts), { once: true });
  const parts = textsOf(card, button);
  parts.forEach(({ words, lang }, i) => {
    const utterance = new SpeechSynthesisUtterance(words);
    const voice = voiceOf(lang);
    utterance.lang = lang;
    if (voice) Object.assign(utterance, { voice, lang: voice.lang });
    if (i === parts.length - 1) utterance.onend = () => reading === button && stop(texts);
    speech?.speak(utterance);
  });
}

function stop(texts: PageTexts): void {
  if (reading) tell(reading, 'listen', texts);
  reading = undefined;
  speech?.cancel();
}

/** What stands in sight of a card, in its order: heading, text, choices, each in its language. */
function textsOf(card: HTMLElement, button: HTMLElement) {
  const found: { words: string; lang: string }[] = [];
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: element, nodeValue } = walker.currentNode;
    const words = nodeValue?.trim() ?? '';
    const isSaid = element !== null && !button.contains(element) && element.getClientRects().length > 0;
    if (isSaid && /[\p{L}\p{N}]/u.test(words)) found.push({ words, lang: langOf(element) });
  }
  return found;
}

const langOf = (element: Element): string =>
  element.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang;
