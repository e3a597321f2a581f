import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { type Consultation, stageOf } from '#domain/consultation/consultation.ts';
import { standingResult } from '#domain/consultation/standing-result.ts';
import type { UnderWay } from '#domain/in-memory/under-way.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import type { Opinion } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { Ballots } from '#scenario/analysis/clusters/ballots.ts';
import { fewestPlaced } from '#scenario/analysis/clusters/opinion-clusters.ts';
import { crossTabulate } from '#scenario/analysis/disclosure/cross-tabulation.ts';
import { moveTally } from '#scenario/analysis/tally/move-tally.ts';
import { allBallots } from '#scenario/analysis/tally/people.ts';
import { createTally, type Tally } from '#scenario/analysis/tally/tally.ts';
import { countedBesideFirst } from '#scenario/release/beside-first.ts';
import { groupView, release } from '#scenario/release/group-view.ts';
import type { Store } from '#store/store.ts';
import type { DrawClusters } from '../clusters/draw-clusters.ts';
import { createDrawing } from '../clusters/drawing.ts';
import { debounce } from '../debounce.ts';
import { Alarm } from './alarm.ts';
import { KeptStanding } from './kept-standing.ts';
import type { FigureBlur, ReleaseBit } from './release-bit.ts';
import { createSaving, type Saving } from './saving.ts';

export interface TalliedGroupParts {
  readonly store: Pick<Store, 'load' | 'update' | 'erase' | 'caughtUp'>;
  readonly catalogues: Catalogues;
  readonly draw: DrawClusters;
  readonly now: () => string;
  /** Settles once everybody of before the start is in the tally. */
  readonly complete: Promise<void>;
  readonly failed: (error: unknown) => void;
  readonly drawBit: ReleaseBit;
  readonly blurFigure: FigureBlur;
  /** Turns of each consultation: a final result waits for those that began before the end. */
  readonly turns: UnderWay;
}

/** Changes wait for so long before the result is looked at again. */
const gatherMs = 1_000;

/** The running statistics of one consultation, and its results as last made. */
export class TalliedGroup {
  tally: Tally;
  /** Looks again once changes have waited, so that the result is there when somebody asks. */
  readonly wake: () => void;
  readonly #parts: TalliedGroupParts;
  readonly #saving: Saving;
  readonly #draw: (ballots: Ballots) => void;
  readonly #end: Alarm;
  readonly #standing: KeptStanding;
  #consultation: Consultation;
  /** Opinions by role and kind of territory, beside the final result. */
  #rows: CrossTabulation['rows'] = [];
  /** When the final result was made whose opinion groups are being drawn. */
  #drawing: string | undefined;

  constructor(consultation: Consultation, parts: TalliedGroupParts) {
    const { draw, failed } = parts;
    this.#parts = parts;
    this.#consultation = consultation;
    this.#standing = new KeptStanding(consultation);
    this.tally = this.#emptyTally(consultation);
    this.#saving = createSaving(async () => {
      if (this.#consultation.erasure === undefined) await this.#standing.save(parts.store, this.#rows);
    });
    this.#draw = createDrawing(draw, (opinion) => this.#drawn(opinion), failed);
    const lookAgain = () => void this.#lookAgain().catch(failed);
    this.wake = debounce(lookAgain, gatherMs);
    this.#end = new Alarm(lookAgain);
    this.#setAlarm();
  }

  /** The consultation as it is now. */
  get consultation(): Consultation {
    return this.#consultation;
  }

  /** The consultation changed; on another edition of its catalogue, what everybody gave goes along. */
  take(consultation: Consultation): void {
    if (asks(this.#consultation) !== asks(consultation) && consultation.erasure === undefined) {
      this.tally = moveTally(this.tally, this.#emptyTally(consultation));
      this.wake();
    }
    this.#consultation = consultation;
    this.#standing.read(consultation);
    this.#setAlarm();
  }

  /** What stood beside the final result before the start. */
  remember(rows: CrossTabulation['rows']): void {
    this.#rows = rows;
  }

  /**
   * What may be shown now, once everybody is in the tally. A new result may be said once it is `durable`. The final one waits for
   * turns under way, but for as many as `own`.
   */
  look(consultation: Consultation, now: string, own = 0): GroupView {
    if (this.#consultation.erasure === undefined) this.#release(consultation, now, own);
    return this.shown(consultation, now);
  }

  /** What stands now, and no new result. */
  shown(consultation: Consultation, now: string): GroupView {
    return groupView(this.#standing.within(this.#current(consultation)), this.tally.n, now);
  }

  /** Settles once the turns are over that the final result waits for. */
  async settled(consultation: Consultation, now: string): Promise<void> {
    if (stageOf(consultation, now) !== 'closed') return;
    await this.#parts.turns.over(consultation.id);
    await this.counted(consultation, now);
  }

  /** Settles once all that other nodes saved before the end is in the tally; nothing of before is saved after it. */
  async counted(consultation: Consultation, now: string): Promise<void> {
    if (stageOf(consultation, now) === 'closed') await this.#parts.store.caughtUp();
  }

  durable(): Promise<void> {
    return this.#saving.durable();
  }

  #release(consultation: Consultation, now: string, own: number): void {
    const { catalogues, drawBit, blurFigure, turns } = this.#parts;
    const isOver = stageOf(consultation, now) === 'closed';
    if (isOver && turns.count(consultation.id) > own) return;
    const catalogue = catalogues.of(consultation);
    const { standing, isNew } = release(this.#standing.within(consultation), this.tally, catalogue, now, {
      bit: (after) => drawBit(consultation, after),
      blur: (figure) => blurFigure(consultation, figure),
    });
    if (isNew) {
      const { final } = standing;
      if (final === undefined) this.#rows = [];
      // A provisional result has no rows beside it, and moves none of those that stand beside an earlier end's.
      else if (final.at !== this.#standing.now.final?.at)
        this.#rows = crossTabulate(this.#counted(consultation), final, consultation.minGroup, this.#rows);
      this.#standing.made(standing);
      this.#saving.changed();
    }
    this.#drawIfWanting(consultation);
  }

  /** What of the group counts in an exact result. */
  #counted(consultation: Consultation): Tally {
    return countedBesideFirst(this.tally, this.#standing.within(consultation)).tally;
  }

  /** The opinion groups of a final result, when they were not drawn yet, before a start either. */
  #drawIfWanting(consultation: Consultation): void {
    const { tally } = this;
    const { final } = this.#standing.now;
    if (final === undefined || final.scenario.opinion !== undefined || tally.n < fewestPlaced) return;
    if (this.#drawing === final.at) return;
    this.#drawing = final.at;
    const trajectories = tally.trajectories.map(({ id }) => id);
    const ballots = allBallots(this.#counted(consultation).people);
    this.#draw({ ballots, trajectories, minGroup: consultation.minGroup });
  }

  async #drawn(opinion: Opinion): Promise<void> {
    if (!this.#standing.drawn(opinion, this.#drawing)) return;
    this.#saving.changed();
    await this.durable();
  }

  /** What was asked about, unless answers were erased meanwhile. */
  #current(consultation: Consultation): Consultation {
    return this.#consultation.erasure === undefined ? consultation : this.#consultation;
  }

  /** Nobody in it yet; changes count from the latest result on. */
  #emptyTally(consultation: Consultation): Tally {
    const latest = standingResult(this.#standing.now);
    return createTally(this.#parts.catalogues.of(consultation), consultation.domains, latest?.at);
  }

  #setAlarm(): void {
    const { closesAt, closed } = this.#consultation;
    const isToEnd = closesAt !== undefined && !closed;
    this.#end.set(isToEnd ? Date.parse(closesAt) - Date.parse(this.#parts.now()) : undefined);
  }

  async #lookAgain(): Promise<void> {
    const { complete, now } = this.#parts;
    await complete;
    await this.settled(this.#consultation, now());
    this.look(this.#consultation, now());
    await this.durable();
  }
}

/** What its people are asked about. */
const asks = ({ catalogue, domains, trajectories }: Consultation): string =>
  JSON.stringify([catalogue, domains, trajectories]);
