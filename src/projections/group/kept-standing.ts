import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import type { Opinion } from '#domain/results/group-scenario.ts';
import { withOpinion } from '#scenario/group.ts';
import { type Standing, standingOf } from '#scenario/release/group-view.ts';
import type { Store } from '#store/store.ts';
import { saveRelease } from './save-release.ts';
import { areSame, laterStanding } from './standing.ts';

/** The results of a consultation as they stand on this node, beside those in the store, where every node saves its own. */
export class KeptStanding {
  readonly #id: string;
  #now: Standing;
  /** As it was last read from the store. */
  #stored: Standing;
  /** As it was then when the latest result was made here: what was stored since came first. */
  #known: Standing;

  constructor(stored: Consultation) {
    this.#id = stored.id;
    this.#stored = standingOf(stored);
    this.#now = this.#stored;
    this.#known = this.#stored;
  }

  get now(): Standing {
    return this.#now;
  }

  /** A consultation with these results in the place of its own. */
  within(consultation: Consultation): Consultation {
    return { ...without(consultation, 'provisional', 'final'), ...this.#now };
  }

  /** The store holds this. Once answers are erased, what was saved then is all there ever is. */
  read(stored: Consultation): void {
    this.#stored = standingOf(stored);
    this.#now = stored.erasure === undefined ? laterStanding(this.#now, this.#stored) : this.#stored;
  }

  /** Results were made here. */
  made(standing: Standing): void {
    this.#known = this.#stored;
    this.#now = standing;
  }

  /** The opinion groups of the final result are there; false: it is not the one of that time any more. */
  drawn(opinion: Opinion, at: string | undefined): boolean {
    const { final } = this.#now;
    if (final === undefined || final.at !== at) return false;
    this.#now = { ...this.#now, final: { ...final, scenario: withOpinion(final.scenario, opinion) } };
    return true;
  }

  /** Makes it durable; see `saveRelease`. */
  async save(store: Pick<Store, 'load' | 'update' | 'erase'>, rows: CrossTabulation['rows']): Promise<void> {
    const ours = this.#now;
    const stands = await saveRelease(store, this.#id, { ours, known: this.#known }, rows);
    this.#stored = stands;
    // Another node was quicker: its result is the one that was told.
    if (areSame(this.#now, ours) && !areSame(stands, ours)) this.#now = stands;
  }
}
