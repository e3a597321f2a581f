import type { Logger } from 'pino';
import type { Catalogues } from '#domain/catalogues.ts';
import { type Consultation, minGroups } from '#domain/consultation.ts';
import type { Crossing } from '#domain/crossing.ts';
import type { GroupView, Opinion } from '#domain/group-scenario.ts';
import type { Standing } from '#domain/standing.ts';
import { contributionOf } from '#scenario/contribution.ts';
import { crossings } from '#scenario/crossing.ts';
import { withOpinion } from '#scenario/group.ts';
import { fewestPlaced } from '#scenario/groups.ts';
import type { Ballots } from '#scenario/opinion.ts';
import { allBallots } from '#scenario/people.ts';
import { standing } from '#scenario/standing.ts';
import { createTally, examinedBy, replace, type Tally } from '#scenario/tally.ts';
import { groupView } from '#scenario/view.ts';
import type { Store } from '#store/store.ts';
import { createDrawing } from './drawing.ts';
import type { Feed } from './feed.ts';
import { gathered } from './gathered.ts';
import type { DrawOpinion } from './opinions.ts';

/** The running statistics of every consultation, fed by the changes of the store. */
export interface Groups {
  /** Every participant of before the start has been counted. */
  readonly ready: Promise<void>;
  /** What may be shown of a consultation's group now. A new release may be said once `settled`. */
  view(consultation: Consultation, now: string): GroupView;
  /** How many people of a consultation have examined a trajectory. */
  examined(consultation: Consultation, trajectory: string): number;
  /** How many people took part, as far as a facilitator may be told. */
  standing(consultation: Consultation): Standing;
  /** Releases made by `view` are durable: what they hold may be said. */
  settled(): Promise<void>;
}

interface Group {
  consultation: Consultation;
  readonly tally: Tally;
  released: Consultation['released'];
  /** Opinions by role and kind of territory, as last shown. */
  rows: Crossing['rows'];
  unsaved: boolean;
  readonly draw: (ballots: Ballots) => void;
  /** Looks again once changes have been gathered, so that the result is there when somebody asks. */
  readonly wake: () => void;
}

export interface GroupsParts {
  readonly store: Store;
  readonly feed: Feed;
  readonly catalogues: Catalogues;
  readonly draw: DrawOpinion;
  readonly now: () => string;
  readonly log: Pick<Logger, 'error'>;
}

/** Changes are gathered for so long before the result is looked at again. */
const gatherMs = 1_000;

export function createGroups({ store, feed, catalogues, draw, now, log }: GroupsParts): Groups {
  const groups = new Map<string, Group>();
  const failed = (error: unknown) =>
    log.error({ failure: String(error) }, 'a result could not be kept up to date');

  const look = (group: Group, consultation: Consultation, time: string): GroupView => {
    const { tally, released } = group;
    const { minGroup } = consultation;
    const given = { minGroup, ...(released && { released }) };
    const seen = groupView(given, tally, catalogues.of(consultation), time);
    if (seen.released === undefined) return seen.view;
    group.released = seen.released;
    group.rows = crossings(tally, seen.released, minGroup, group.rows);
    group.unsaved = true;
    if (tally.n >= fewestPlaced) {
      const trajectories = tally.trajectories.map(({ id }) => id);
      group.draw({ ballots: allBallots(tally.people), trajectories, minGroup });
    }
    return seen.view;
  };
  const open = (consultation: Consultation): Group => {
    const known = groups.get(consultation.id);
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
      wake: gathered(() => {
        look(group, group.consultation, now());
        settle(group, store).catch(failed);
      }, gatherMs),
    };
    groups.set(id, group);
    return group;
  };
  const take = (consultation: Consultation) => {
    const before = groups.get(consultation.id);
    // Before anybody has answered, a consultation may still take up other trajectories.
    if (before?.tally.n === 0 && asks(before.consultation) !== asks(consultation))
      groups.delete(consultation.id);
    const group = open(consultation);
    group.consultation = consultation;
    group.released = latest(group.released, consultation.released);
  };
  feed.add({
    consultation: take,
    crossing({ id, rows }) {
      const group = groups.get(id);
      if (group !== undefined) group.rows = rows;
    },
    participant(id, person, how) {
      const holds = ({ tally }: Group) => tally.people.slots.has(id);
      const its =
        person === undefined
          ? [...groups.values()].filter(holds)
          : [groups.get(person.consultation) ?? []].flat();
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
    standing: (consultation) => standing(open(consultation).tally, minGroups.facilitator),
    settled: async () => {
      for (const group of groups.values()) await settle(group, store);
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
    await saveCrossing(store, group);
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

async function saveCrossing(store: Store, group: Group): Promise<void> {
  const { consultation, released, rows } = group;
  if (released === undefined || rows.length === 0) return;
  const before = await store.load('crossing', consultation.id);
  if (before?.at === released.at) return;
  const version = before?.version ?? 0;
  const saved = await store.save('crossing', {
    ...{ schema: 1, id: consultation.id, version, at: released.at, rows },
  });
  if (saved.outcome === 'conflict') await saveCrossing(store, group);
}
