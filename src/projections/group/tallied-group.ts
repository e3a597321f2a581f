import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import type { GroupView, Opinion } from '#domain/results/group-scenario.ts';
import type { Ballots } from '#scenario/analysis/clusters/ballots.ts';
import { fewestPlaced } from '#scenario/analysis/clusters/opinion-clusters.ts';
import { crossTabulate } from '#scenario/analysis/disclosure/cross-tabulation.ts';
import { allBallots } from '#scenario/analysis/tally/people.ts';
import { createTally, type Tally } from '#scenario/analysis/tally/tally.ts';
import { withOpinion } from '#scenario/group.ts';
import { groupView } from '#scenario/group-view.ts';
import type { Store } from '#store/store.ts';
import type { DrawClusters } from '../clusters/draw-clusters.ts';
import { createDrawing } from '../clusters/drawing.ts';
import { debounce } from '../debounce.ts';
import { saveRelease } from './save-release.ts';
import { createSaving, type Saving } from './saving.ts';

export interface TalliedGroupParts {
  readonly store: Pick<Store, 'update'>;
  readonly catalogues: Catalogues;
  readonly draw: DrawClusters;
  readonly now: () => string;
  /** Settles once everybody of before the start is in the tally. */
  readonly complete: Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** Changes wait for so long before the result is looked at again. */
const gatherMs = 1_000;

/** The running statistics of one consultation, and its result as last released. */
export class TalliedGroup {
  readonly tally: Tally;
  /** Looks again once changes have waited, so that the result is there when somebody asks. */
  readonly wake: () => void;
  readonly #parts: TalliedGroupParts;
  readonly #saving: Saving;
  readonly #draw: (ballots: Ballots) => void;
  #consultation: Consultation;
  #released: Consultation['released'];
  /** Opinions by role and kind of territory, as last shown. */
  #rows: CrossTabulation['rows'] = [];

  constructor(consultation: Consultation, parts: TalliedGroupParts) {
    const { catalogues, draw, failed } = parts;
    const { domains, released } = consultation;
    this.#parts = parts;
    this.#consultation = consultation;
    this.#released = released;
    this.tally = createTally(catalogues.of(consultation), domains, released?.at);
    this.#saving = createSaving(() => this.#save());
    this.#draw = createDrawing(draw, (opinion) => this.#drawn(opinion), failed);
    this.wake = debounce(() => void this.#lookAgain().catch(failed), gatherMs);
  }

  /** The consultation as it is now. */
  get consultation(): Consultation {
    return this.#consultation;
  }

  /** The consultation changed. */
  take(consultation: Consultation): void {
    this.#consultation = consultation;
    const { erasure, released } = consultation;
    // Once answers are erased, what was saved then is all there ever is.
    this.#released = erasure === undefined ? latest(this.#released, released) : released;
  }

  /** How opinions by role and kind of territory were shown before the start. */
  remember(rows: CrossTabulation['rows']): void {
    this.#rows = rows;
  }

  /** What may be shown now, once everybody is in the tally. A new release may be said once it is `durable`. */
  look(consultation: Consultation, now: string): GroupView {
    const { tally } = this;
    const { minGroup } = consultation;
    if (this.#consultation.erasure !== undefined) return this.#lasting();
    const given = { minGroup, ...(this.#released && { released: this.#released }) };
    const { view, released } = groupView(given, tally, this.#parts.catalogues.of(consultation), now);
    if (released === undefined) return view;
    this.#released = released;
    this.#rows = crossTabulate(tally, released, minGroup, this.#rows);
    this.#saving.changed();
    if (tally.n >= fewestPlaced) {
      const trajectories = tally.trajectories.map(({ id }) => id);
      this.#draw({ ballots: allBallots(tally.people), trajectories, minGroup });
    }
    return view;
  }

  /** What stays when the answers are gone. */
  #lasting(): GroupView {
    const { minGroup, released } = this.#consultation;
    return released === undefined
      ? { state: 'waiting', minGroup, needed: minGroup }
      : { state: 'released', minGroup, ...released };
  }

  durable(): Promise<void> {
    return this.#saving.durable();
  }

  async #save(): Promise<void> {
    const released = this.#released;
    if (released === undefined) return;
    await saveRelease(this.#parts.store, this.#consultation.id, { released, rows: this.#rows });
  }

  async #drawn(opinion: Opinion): Promise<void> {
    const released = this.#released;
    if (released === undefined) return;
    this.#released = { ...released, scenario: withOpinion(released.scenario, opinion) };
    this.#saving.changed();
    await this.durable();
  }

  async #lookAgain(): Promise<void> {
    await this.#parts.complete;
    this.look(this.#consultation, this.#parts.now());
    await this.durable();
  }
}

/** The later of two results; of the same one, that with opinion groups. */
function latest(ours: Consultation['released'], stored: Consultation['released']): Consultation['released'] {
  if (ours === undefined || stored === undefined) return ours ?? stored;
  if (stored.at !== ours.at) return stored.at > ours.at ? stored : ours;
  return ours.scenario.opinion === undefined ? stored : ours;
}
