/** The operations of the store that are measured. */
export const storeOperations = ['load', 'save', 'update', 'erase', 'eraseMany', 'forget'] as const;
export type StoreOperation = (typeof storeOperations)[number];

/**
 * A piece of work worth a measure, in words of the program alone: no key, no code, no address, nothing that a person wrote.
 * Whatever stands here leaves the program.
 */
export type Step =
  | { readonly name: 'request'; readonly method: string; readonly parent?: string }
  | { readonly name: 'turn'; readonly channel: string }
  | { readonly name: 'converse' | 'say' }
  | { readonly name: 'store'; readonly operation: StoreOperation; readonly kind: string };

/** What is known of a request at its end: the route as it was mounted (`/c/:code`), never the address itself. */
export interface Answered {
  readonly route: string;
  readonly status: number;
}

/** Where measures are taken, told to whoever keeps them. The program works the same with none. */
export interface Observer {
  /** Does the work, and notes how long it took and how it ended. What it returns and throws is the work's own. */
  during<T>(step: Step, work: () => Promise<T>, answered?: (value: T) => Answered): Promise<T>;
  /** The recognisers said nothing of a text: they were too late, or too many texts waited. */
  missed(why: Missed): void;
}
type Missed = 'late' | 'busy';

/** Nothing is kept of anything. */
export const unobserved: Observer = { during: (_step, work) => work(), missed: () => undefined };

/** Two observers of the same work, the second within the first. */
export const bothOf = (first: Observer, second: Observer): Observer => ({
  during: (step, work, answered) => first.during(step, () => second.during(step, work, answered), answered),
  missed(why) {
    first.missed(why);
    second.missed(why);
  },
});

/** How a piece of work failed: `unavailable`, the store takes nothing now; `unsaid`, the channel does not take replies. */
type Failing = 'failed' | 'unavailable' | 'unsaid';

/** By the error's name: this room knows no other. */
export function failingOf(error: unknown): Failing {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotSaid') return 'unsaid';
  return unavailable.has(name) ? 'unavailable' : 'failed';
}

const unavailable: ReadonlySet<string> = new Set(['StoreUnavailable', 'StoreContended', 'RecordUnreadable']);
