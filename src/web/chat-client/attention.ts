import { find } from './find.ts';
import { pageView } from './view.ts';

/** What a person last did: it decides where the focus goes when the assistant answers. */
export type PersonAction = 'card' | 'words';

/** Leads the eye and the focus to what is new, without ever pulling them away from what is being read or written. */
export interface Attention {
  acted(action: PersonAction, entry: HTMLElement): void;
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
    newer.hidden = true;
    if (first) view.show(first.entry);
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
      const card = entries.find((each) => each.querySelector('.card'));
      if (card === undefined) return;
      if (action === 'card') view.enter(card);
      action = undefined;
    },
  };
}
