import { heldFor } from '#domain/in-memory/held-for.ts';
import type { Outage } from '../outage.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Journal } from './journal/journal.ts';

/** Why nothing can be saved: the disk takes no more, documents are too far behind, or a restart is due. */
export type Trouble = 'no-room' | 'documents-behind' | 'restart-due';

/** How long an answer holds, in milliseconds: however many ask, the disk is tried once. */
const holds = 1_000;

/** Whether the store can save, found out by writing to the journal and taking it back. */
export class WriteProbe {
  readonly #journal: Journal;
  readonly #checkpoints: Checkpoints;
  readonly #outage: Outage;
  readonly trouble = heldFor(holds, () => this.#look());

  constructor(journal: Journal, checkpoints: Checkpoints, outage: Outage) {
    this.#journal = journal;
    this.#checkpoints = checkpoints;
    this.#outage = outage;
  }

  async #look(): Promise<Trouble | undefined> {
    if (this.#journal.broken) return 'restart-due';
    const refusal = await this.#journal.probe();
    if (this.#journal.broken) return 'restart-due';
    if (refusal) return 'no-room';
    // Nobody may come to save while people are kept away: what failed is tried again here.
    this.#checkpoints.consider();
    if (this.#checkpoints.isOverfull) return 'documents-behind';
    this.#outage.passed();
    return undefined;
  }
}
