import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import type { GroupView, Opinion } from '#domain/results/group-scenario.ts';
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
import { createSaving } from './saving.ts';

/** The running statistics of one consultation, and its result as last released. */
export interface TalliedGroup {
  readonly tally: Tally;
  /** The consultation as it is now. */
  consultation(): Consultation;
  /** The consultation changed. */
  take(consultation: Consultation): void;
  /** Opinions by role and kind of territory, as they were shown before the start. */
  remember(rows: CrossTabulation['rows']): void;
  /** What may be shown now; only of a tally that everybody is in. A new release may be said once it is `durable`. */
  look(consultation: Consultation, now: string): GroupView;
  durable(): Promise<void>;
  /** Looks again once changes have been gathered, so that the result is there when somebody asks. */
  wake(): void;
}

export interface TalliedGroupParts {
  readonly store: Pick<Store, 'update'>;
  readonly catalogues: Catalogues;
  readonly draw: DrawClusters;
  readonly now: () => string;
  /** Settles once everybody of before the start is in the tally. */
  readonly complete: Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** Changes are gathered for so long before the result is looked at again. */
const gatherMs = 1_000;

export function createTalliedGroup(first: Consultation, parts: TalliedGroupParts): TalliedGroup {
  const { store, catalogues, now, complete, failed } = parts;
  const tally = createTally(catalogues.of(first), first.domains, first.released?.at);
  let consultation = first;
  let { released } = first;
  let rows: CrossTabulation['rows'] = [];
  const saving = createSaving(async () => {
    if (released !== undefined) await saveRelease(store, first.id, { released, rows });
  });
  const drawn = async (opinion: Opinion) => {
    if (released === undefined) return;
    released = { ...released, scenario: withOpinion(released.scenario, opinion) };
    saving.changed();
    await saving.durable();
  };
  const draw = createDrawing(parts.draw, drawn, failed);
  const look = (given: Consultation, time: string): GroupView => {
    const { minGroup } = given;
    const seen = groupView({ minGroup, ...(released && { released }) }, tally, catalogues.of(given), time);
    if (seen.released === undefined) return seen.view;
    released = seen.released;
    rows = crossTabulate(tally, released, minGroup, rows);
    saving.changed();
    if (tally.n >= fewestPlaced) {
      const trajectories = tally.trajectories.map(({ id }) => id);
      draw({ ballots: allBallots(tally.people), trajectories, minGroup });
    }
    return seen.view;
  };
  const lookAgain = async () => {
    await complete;
    look(consultation, now());
    await saving.durable();
  };
  return {
    tally,
    consultation: () => consultation,
    take(changed) {
      consultation = changed;
      released = latest(released, changed.released);
    },
    remember(shown) {
      rows = shown;
    },
    look,
    durable: saving.durable,
    wake: debounce(() => void lookAgain().catch(failed), gatherMs),
  };
}

/** The later of two results; of the same one, that with opinion groups. */
function latest(ours: Consultation['released'], stored: Consultation['released']): Consultation['released'] {
  if (ours === undefined || stored === undefined) return ours ?? stored;
  if (stored.at !== ours.at) return stored.at > ours.at ? stored : ours;
  return ours.scenario.opinion === undefined ? stored : ours;
}
