import type { Logger } from 'pino';
import type { Catalogues } from '../domain/catalogue/catalogues.ts';
import { type Consultation, minGroups } from '../domain/consultation/consultation.ts';
import type { CrossTabulation } from '../domain/results/cross-tabulation.ts';
import type { GroupView, Opinion } from '../domain/results/group-scenario.ts';
import type { Participation } from '../domain/results/participation.ts';
import type { Ballots } from '../scenario/analysis/clusters/opinion.ts';
import { fewestPlaced } from '../scenario/analysis/clusters/opinion-clusters.ts';
import { crossTabulate } from '../scenario/analysis/disclosure/cross-tabulation.ts';
import { participationIn } from '../scenario/analysis/participation/participation.ts';
import { contributionOf } from '../scenario/analysis/tally/contribution.ts';
import { allBallots } from '../scenario/analysis/tally/people.ts';
import { createTally, examinedBy, replace, type Tally } from '../scenario/analysis/tally/tally.ts';
import { withOpinion } from '../scenario/group.ts';
import { groupView } from '../scenario/group-view.ts';
import type { Store } from '../store/store.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { DrawClusters } from './clusters/draw-clusters.ts';
import { createDrawing } from './clusters/drawing.ts';
import { debounce } from './debounce.ts';

/** The running statistics of every consultation, fed by the changes of the store. */
export interface LiveTallies {
  /** Every participant of before the start has been counted. */
  readonly ready: Promise<void>;
  /** What may be shown of a consultation's group now. A new release may be said once `settled`. */
  view(consultation: Consultation, now: string): GroupView;
  /** How many people of a consultation have examined a trajectory. */
  examined(consultation: Consultation, trajectory: string): number;
  /** How many people took part, as far as a facilitator may be told. */
  standing(consultation: Consultation): Participation;
  /** Releases made by `view` are durable: what they hold may be said. */
  settled(): Promise<void>;
}

interface Group {
  consultation: Consultation;
  readonly tally: Tally;
  released: Consultation['released'];
  /** Opinions by role and kind of territory, as last shown. */
  rows: CrossTabulation['rows'];
  unsaved: boolean;
  readonly draw: (ballots: Ballots) => void;
  /** Looks again once changes have been gathered, so that the result is there when somebody asks. */
  readonly wake: () => void;
}

export interface LiveTalliesParts {
  readonly store: Store;
  readonly feed: ChangeFeed;
  readonly catalogues: Catalogues;
  readonly draw: DrawClusters;
  readonly now: () => string;
  readonly log: Pick<Logger, 'error'>;
}

/** Changes are gathered for so long before the result is looked at again. */
const gatherMs = 1_000;

export function createLiveTallies({
  store,
  feed,
  catalogues,
  draw,
  now,
  log,
}: LiveTalliesParts): LiveTallies {
  const tallies = new Map<string, Group>();
  const failed = (error: unknown) =>
    log.error({ failure: String(error) }, 'a result could not be kept up to date');

  const look = (group: Group, consultation: Consultation, time: string): GroupView => {
    const { tally, released } = group;
    const { minGroup } = consultation;
    const given = { minGroup, ...(released && { released }) };
    const seen = groupView(given, tally, catalogues.of(consultation), time);
    if (seen.released === undefined) return seen.view;
    group.released = seen.released;
    group.rows = crossTabulate(tally, seen.released, minGroup, group.rows);
    group.unsaved = true;
    if (tally.n >= fewestPlaced) {
      const trajectories = tally.trajectories.map(({ id }) => id);
      group.draw({ ballots: allBallots(tally.people), trajectories, minGroup });
    }
    return seen.view;
  };
  const open = (consultation: Consultation): Group => {
    const known = tallies.get(consultation.id);
    if (known !== undefined) return known;
    const { id, domains, released } = consultation;
    const drawn = async (opinion: Opinion) => {
      if (group.released === undefined) return;
      group.released = { ...group.released, scenario: withOpinion(group.released.scenario, opinion) };
      group.unsaved = true;
      await settle(group, store);
    };
    const group: Group = {
      consultation,
      tally: createTally(catalogues.of(consultation), domains, released?.at),
      released,
      rows: [],
      unsaved: false,
      draw: createDrawing(draw, drawn, failed),
      wake: debounce(() => {
        look(group, group.consultation, now());
        settle(group, store).catch(failed);
      }, gatherMs),
    };
    tallies.set(id, group);
    return group;
  };
  const take = (consultation: Consultation) => {
    const before = tallies.get(consultation.id);
    // Before anybody has answered, a consultation may still take up other trajectories.
    if (before?.tally.n === 0 && asks(before.consultation) !== asks(consultation))
      tallies.delete(consultation.id);
    const group = open(consultation);
    group.consultation = consultation;
    group.released = latest(group.released, consultation.released);
  };
  feed.add({
    consultation: take,
    crossTabulation({ id, rows }) {
      const group = tallies.get(id);
      if (group !== undefined) group.rows = rows;
    },
    participant(id, person, how) {
      const holds = ({ tally }: Group) => tally.people.slots.has(id);
      const its =
        person === undefined
          ? [...tallies.values()].filter(holds)
          : [tallies.get(person.consultation) ?? []].flat();
      for (const { tally, wake } of its) {
        replace(tally, id, person && contributionOf(person));
        if (how === 'changed') wake();
      }
    },
  });

  return {
    ready: feed.ready,
    view: (consultation, time) => look(open(consultation), consultation, time),
    examined: (consultation, trajectory) => examinedBy(open(consultation).tally, trajectory),
    standing: (consultation) => participationIn(open(consultation).tally, minGroups.facilitator),
    settled: async () => {
      for (const group of tallies.values()) await settle(group, store);
    },
  };
}

const asks = ({ catalogue, domains, trajectories }: Consultation): string =>
  JSON.stringify([catalogue, domains, trajectories]);

/** Saves a group's result if it has changed; when that fails, it is still to be saved. */
async function settle(group: Group, store: Store): Promise<void> {
  if (!group.unsaved) return;
  group.unsaved = false;
  try {
    await saveRelease(store, group.consultation.id, group.released);
    await saveCrossTabulation(store, group);
  } catch (error) {
    group.unsaved = true;
    throw error;
  }
}

/** The later of two results; of the same one, that with opinion groups. */
function latest(ours: Consultation['released'], stored: Consultation['released']): Consultation['released'] {
  if (ours === undefined || stored === undefined) return ours ?? stored;
  if (stored.at !== ours.at) return stored.at > ours.at ? stored : ours;
  return ours.scenario.opinion === undefined ? stored : ours;
}

async function saveRelease(store: Store, id: string, released: Consultation['released']): Promise<void> {
  const consultation = await store.load('consultation', id);
  if (consultation === undefined || released === undefined) return;
  const saved = await store.save('consultation', { ...consultation, released });
  if (saved.outcome === 'conflict') await saveRelease(store, id, released);
}

async function saveCrossTabulation(store: Store, group: Group): Promise<void> {
  const { consultation, released, rows } = group;
  if (released === undefined || rows.length === 0) return;
  const before = await store.load('cross-tabulation', consultation.id);
  if (before?.at === released.at) return;
  const version = before?.version ?? 0;
  const saved = await store.save('cross-tabulation', {
    ...{ schema: 1, id: consultation.id, version, at: released.at, rows },
  });
  if (saved.outcome === 'conflict') await saveCrossTabulation(store, group);
}
