import type { StoreUnavailable } from './store.ts';

/** What an operator is told of a time in which nothing can be saved. */
export type OutageNews =
  | { readonly phase: 'begins'; readonly message: string; readonly remedy: string }
  | { readonly phase: 'lasts'; readonly refused: number; readonly message: string; readonly remedy: string }
  | { readonly phase: 'over'; readonly refused: number; readonly seconds: number };

export type OnOutage = (news: OutageNews) => void;

/** Between two words about an outage that lasts, in milliseconds. */
const often = 60_000;

/** Tells when saving begins to fail, once a minute while it does, and when it is over, however many saves are refused. */
export class Outage {
  readonly #tell: OnOutage;
  readonly #now: () => number;
  #present: { readonly began: number; told: number; refused: number } | undefined;

  constructor(tell: OnOutage, now: () => number = () => performance.now()) {
    this.#tell = tell;
    this.#now = now;
  }

  refused({ message, remedy }: StoreUnavailable): void {
    const now = this.#now();
    if (this.#present === undefined) {
      this.#present = { began: now, told: now, refused: 1 };
      this.#tell({ phase: 'begins', message, remedy });
      return;
    }
    this.#present.refused += 1;
    if (now - this.#present.told < often) return;
    this.#present.told = now;
    this.#tell({ phase: 'lasts', refused: this.#present.refused, message, remedy });
  }

  passed(): void {
    if (this.#present === undefined) return;
    const { refused, began } = this.#present;
    this.#present = undefined;
    this.#tell({ phase: 'over', refused, seconds: Math.round((this.#now() - began) / 1000) });
  }
}
