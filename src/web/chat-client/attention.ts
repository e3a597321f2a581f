import { find } from './find.ts';
import { pageView } from './view.ts';

/** What a person last did: it decides where the focus goes when the assistant answers. */
export type PersonAction = 'card' | 'words';

/** Leads the eye and the focus to what is new, without ever pulling them away from what is being read or written. */
export interface Attention {
  acted(action: PersonAction, entry: HTMLElement): void;
  /** They are back at what was said before. */
  returned(): void;
  /** Whether the end is in sight; ask before adding to the conversation. */
  atEnd(): boolean;
  arrived(entries: readonly HTMLElement[], wasAtEnd: boolean): void;
}

/** Replies that come one by one within this time answer the same action. */
const oneAnswer = 3_000;

export function createAttention(): Attention {
  const view = pageView();
  const newer = find('newer', HTMLButtonElement);
  let action: PersonAction | undefined;
  let everActed = false;
  let first: { entry: HTMLElement; at: number } | undefined;

  newer.addEventListener('click', () => {
    if (first) {
      view.show(first.entry);
      view.enter(first.entry);
    }
    newer.hidden = true;
  });
  const reached = () => {
    if (view.atEnd()) newer.hidden = true;
  };
  addEventListener('scroll', reached, { passive: true });

  return {
    acted(how, entry) {
      action = how;
      everActed = true;
      first = undefined;
      view.show(entry);
    },
    returned() {
      everActed = true;
      const last = [...document.querySelectorAll<HTMLElement>('.entry')].at(-1);
      if (last) view.open(last);
    },
    atEnd: view.atEnd,
    arrived(entries, wasAtEnd) {
      const [entry] = entries;
      if (entry === undefined) return;
      const now = performance.now();
      const sameAnswer = first !== undefined && now - first.at < oneAnswer;
      if (first === undefined || !sameAnswer) first = { entry, at: now };
      const awaited = action !== undefined || sameAnswer;
      if (everActed && (awaited || wasAtEnd)) view.show(first.entry);
      else newer.hidden = !everActed;
      const cards = entries.filter((each) => each.querySelector('.card'));
      const [card] = cards;
      if (card === undefined) return;
      // A remark beside what is asked has no heading: it is read out as it arrives.
      const headed = cards.find((each) => each.querySelector('[role="heading"]'));
      if (action === 'card') view.enter(headed ?? card);
      action = undefined;
    },
  };
}
