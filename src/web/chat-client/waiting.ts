import { create } from './find.ts';
import type { PageTexts } from './texts.ts';

/** Something was said and the answer is on its way: after a moment a line says so. */
export interface Waiting {
  begin(): void;
  /** The server has what was said. */
  received(): void;
  /** The assistant shows that it is writing. */
  writing(): void;
  over(): void;
}

const noticeable = 800;
const longest = 15_000;

export function createWaiting(log: HTMLElement, texts: PageTexts): Waiting {
  const line = create('div', 'writing');
  // The answer itself is read out; the wait is for the eye.
  line.setAttribute('aria-hidden', 'true');
  let expected = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function writing() {
    clearTimeout(timer);
    line.textContent = texts.say('writing');
    log.append(line);
    timer = setTimeout(over, longest);
  }

  function over() {
    expected = false;
    clearTimeout(timer);
    line.remove();
    document.getElementById('skeleton')?.remove();
    // Nothing is on its way any more: the cards may be used again.
    for (const busy of log.querySelectorAll('[aria-busy]')) busy.removeAttribute('aria-busy');
  }

  return {
    begin() {
      expected = true;
    },
    received() {
      clearTimeout(timer);
      if (expected) timer = setTimeout(writing, noticeable);
    },
    writing,
    over,
  };
}
