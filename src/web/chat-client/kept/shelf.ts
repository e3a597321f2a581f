import type { Activity } from '../direct-line/activity.ts';

/** What a browser holds of one conversation, by drawer. */
export type Drawer =
  /** What was said, by whomever: `activity`, in the order of `n`. */
  | 'said'
  /** What the person said and the server does not have yet: `outgoing`. */
  | 'queue'
  /** The words being written: `words`. */
  | 'draft'
  /** Where the conversation is: `conversation` and `watermark`. */
  | 'place'
  /** Until when any of it may be held: `n`, in milliseconds since 1970. */
  | 'until'
  /** Which tab begins or takes up the conversation now: `id`, until `n`, in milliseconds since 1970. */
  | 'turn';

export interface Held {
  readonly id: string;
  readonly n: number;
  readonly activity?: Activity;
  /** The server will not take it. */
  readonly refused?: true;
  readonly outgoing?: object;
  readonly words?: string;
  readonly conversation?: string;
  readonly watermark?: string;
}

export type Put = readonly [Drawer, Held];
export type Drop = readonly [Drawer, id: string];

/** Where it is held: in the browser, so that every tab and the next visit find it; where that is refused, in the page. */
export interface Shelf {
  /** Whether a reload of the page finds it again. */
  readonly lasts: boolean;
  all(drawer: Drawer): Promise<readonly Held[]>;
  /** All at once, or nothing. */
  change(put: readonly Put[], drop?: readonly Drop[]): Promise<void>;
  empty(): Promise<void>;
  /** Writes it down where nothing else stands in that drawer that holds still (`n`), and says whether it could. */
  claim(drawer: Drawer, one: Held): Promise<boolean>;
}

export function shelfInPage(): Shelf {
  const held = new Map<string, Put>();
  const name = (drawer: Drawer, id: string) => `${drawer} ${id}`;
  return {
    lasts: false,
    all: async (drawer) => [...held.values()].filter(([its]) => its === drawer).map(([, one]) => one),
    async change(put, drop = []) {
      for (const [drawer, id] of drop) held.delete(name(drawer, id));
      for (const one of put) held.set(name(one[0], one[1].id), one);
    },
    empty: async () => held.clear(),
    // The page is alone with it.
    claim: async () => true,
  };
}
