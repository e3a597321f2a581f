import { find } from './find.ts';
import type { PageTexts, TextKey } from './texts.ts';

/** What is said for as long as nothing can be sent. */
const troubles: ReadonlySet<TextKey | undefined> = new Set<TextKey>(['offline', 'busy', 'failed']);

/** The one line in which the page speaks of itself. */
export function statusLine(texts: PageTexts) {
  const line = find('status', HTMLElement);
  let showing: TextKey | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Says it until something else is said, for so many milliseconds only when given; undefined: nothing. */
  function tell(key: TextKey | undefined, forMs?: number) {
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
    /** The conversation is open again. */
    open(anew: boolean) {
      if (anew) tell('anew', 8_000);
      else if (troubles.has(showing)) tell('back', 4_000);
    },
    /** What became of something that was sent. */
    delivered(how: 'sent' | 'refused', code?: number) {
      if (how === 'refused') tell(code === 413 ? 'too-long' : 'refused', 10_000);
      else if (troubles.has(showing)) tell(undefined);
    },
  };
}
