import type { Logger } from 'pino';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import type { UnderWay } from '#domain/in-memory/under-way.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { Participation } from '#domain/results/participation.ts';
import { participationIn } from '#scenario/analysis/participation/participation.ts';
import { examinedBy } from '#scenario/analysis/tally/tally.ts';
import type { Store } from '#store/store.ts';
import type { ChangeFeed, ChangeSubscriber } from './change-feed.ts';
import type { DrawClusters } from './clusters/draw-clusters.ts';
import { countPerson, personDigest, restorePerson } from './group/count-person.ts';
import { createDrawnLists } from './group/drawn-lists.ts';
import type { FigureBlur, ReleaseBit } from './group/release-bit.ts';
import { TalliedGroup } from './group/tallied-group.ts';

/** The running statistics of every consultation, fed by the changes of the store. */
export interface LiveTallies {
  /** What may be shown of a consultation's group now; everybody is counted, and a new release is durable. */
  view(consultation: Consultation, now: string): Promise<GroupView>;
  /** How many people took part, everybody counted, as far as a facilitator may be told. */
  participationIn(consultation: Consultation): Promise<Participation>;
  /**
   * What `decide` makes of the group, once what it was shown is durable. Just after a start it decides at once, unless it asks
   * for more than `draw`: then once more when everybody is counted. So it must change nothing.
   */
  decideWith<T>(consultation: Consultation, decide: (group: GroupNow) => T | Promise<T>): Promise<T>;
  /** Whether everybody of before the start is counted, for whoever watches over the program. */
  isComplete(): boolean;
}

/** A group as it is now, for what decides in one go. */
export interface GroupNow {
  view(now: string): GroupView;
  participation(): Participation;
  /**
   * Draws what somebody examines in a domain, by what the group has seen and is about to see; just after a start, of those counted so
   * far. It counts at once, ahead of its being saved, and in the place of what was drawn for them before: of many who come in the same
   * moment, each is given what the others were not.
   */
  draw(domain: Domain, person: Participant): Participant;
}

export interface LiveTalliesParts {
  readonly store: Store;
  readonly feed: ChangeFeed;
  readonly catalogues: Catalogues;
  readonly draw: DrawClusters;
  readonly now: () => string;
  readonly log: Pick<Logger, 'error'>;
  readonly drawBit: ReleaseBit;
  readonly blurFigure: FigureBlur;
  readonly turns: UnderWay;
}

export function createLiveTallies({ feed, log, ...parts }: LiveTalliesParts): LiveTallies {
  const groups = new Map<string, TalliedGroup>();
  const lists = createDrawnLists(parts.now);
  const failed = (error: unknown) => log.error({ failure: error }, 'a result could not be kept up to date');
  const open = (consultation: Consultation): TalliedGroup => {
    const known = groups.get(consultation.id);
    if (known !== undefined) return known;
    const group = new TalliedGroup(consultation, { ...parts, complete: feed.ready, failed });
    groups.set(consultation.id, group);
    return group;
  };
  /** Of everybody. */
  const whole = async (consultation: Consultation) => {
    await feed.ready;
    return open(consultation);
  };
  feed.add(createSubscriber(groups, open));
  feed.add(lists);
  const drawIn = ({ tally, consultation }: TalliedGroup) =>
    lists.drawIn(consultation, (id) => examinedBy(tally, id));
  return {
    isComplete: feed.isReady,
    async view(consultation, now) {
      const group = await whole(consultation);
      await group.settled(consultation, now);
      group.look(consultation, now);
      await group.durable();
      // Where another node was quicker, its result is the one that stands.
      return group.shown(consultation, now);
    },
    participationIn: async (consultation) => participationOf(await whole(consultation)),
    async decideWith(consultation, decide) {
      if (!feed.isReady()) {
        const { group, asksForMore } = early(consultation, open(consultation), drawIn);
        const decided = await decide(group);
        if (!asksForMore()) return decided;
      }
      const group = await whole(consultation);
      await group.counted(consultation, parts.now());
      const decided = await decide(complete(consultation, group, drawIn));
      await group.durable();
      return decided;
    },
  };
}

/** Keeps the groups up to date with what the feed tells. */
function createSubscriber(
  groups: Map<string, TalliedGroup>,
  open: (consultation: Consultation) => TalliedGroup,
): ChangeSubscriber {
  return {
    consultation(consultation) {
      const group = open(consultation);
      const wasClosed = group.consultation.closed;
      group.take(consultation);
      if (consultation.closed && !wasClosed) group.wake();
    },
    crossTabulation: ({ id, rows }) => groups.get(id)?.remember(rows),
    participant(id, person, how) {
      const its =
        person === undefined
          ? [...groups.values()].filter(({ tally }) => tally.people.slots.has(id) || tally.paper.has(id))
          : [groups.get(person.consultation) ?? []].flat();
      for (const group of its) {
        countPerson(group, id, person);
        if (how === 'changed') group.wake();
      }
    },
    digestOf(id, consultation) {
      const group = groups.get(consultation);
      return group && personDigest(group.tally, id);
    },
    restore(id, consultation, digest) {
      const group = groups.get(consultation);
      return group !== undefined && restorePerson(group.tally, id, digest);
    },
  };
}

/** Once answers are erased, it stays as it was. */
const participationOf = ({ tally, consultation }: TalliedGroup): Participation =>
  consultation.erasure?.took ?? participationIn(tally, minGroups.facilitator);

/** A group that everybody is counted in. */
const complete = (consultation: Consultation, group: TalliedGroup, drawIn: DrawIn): GroupNow => ({
  // The turn that asks is under way itself.
  view: (now) => group.look(consultation, now, 1),
  participation: () => participationOf(group),
  draw: drawIn(group),
});

type DrawIn = (group: TalliedGroup) => GroupNow['draw'];

/** A group that not everybody is counted in yet: nothing of it may be shown, and what asks for it decides again. */
function early({ minGroup }: Consultation, counted: TalliedGroup, drawIn: DrawIn) {
  let asked = false;
  const group: GroupNow = {
    view() {
      asked = true;
      return { state: 'waiting', minGroup, needed: minGroup };
    },
    participation() {
      asked = true;
      return participationOf(counted);
    },
    draw: drawIn(counted),
  };
  return { group, asksForMore: () => asked };
}
