import { progressOf } from '#dialogs/place/progress.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import { moveParticipation } from '#scenario/analysis/participation/move-participation.ts';
import {
  countParticipation,
  createParticipationCounts,
  type ParticipationCounts,
} from '#scenario/analysis/participation/participation-counts.ts';
import {
  participationDigest,
  restoreParticipation,
} from '#scenario/analysis/participation/participation-digest.ts';
import { participationView } from '#scenario/analysis/participation/participation-view.ts';
import type { ChangeFeed, ChangeSubscriber } from './change-feed.ts';
import { debounce } from './debounce.ts';
import { inSlices } from './in-slices.ts';

/** How every consultation goes, fed by the changes of the store; everybody of before the start is counted. */
export interface ParticipationProjection {
  /** How a consultation goes at this moment. */
  of(consultation: Consultation): Promise<ParticipationView>;
  /** Told when something changed in a consultation, once a second at most; returns the way to stop listening. */
  watch(consultation: Consultation, listener: () => void): () => void;
}

interface Counted {
  consultation: Consultation;
  state: ParticipationCounts;
  /** Who went on a moment ago, as they are now: whoever goes on several times in a moment is counted once. */
  readonly waiting: Map<string, Participant | undefined>;
  readonly listeners: Set<() => void>;
  readonly tell: () => void;
  /** Counts those who wait, in a moment. */
  readonly soon: () => void;
}

const least = minGroups.facilitator;
const tellMs = 1_000;
/** Nobody is held for longer before they are counted: a person is many times larger than what is counted of them. */
const gatherMs = 250;

export function createParticipationProjection(
  feed: ChangeFeed,
  catalogues: Catalogues,
  tookIn: (consultation: Consultation) => Promise<number>,
): ParticipationProjection {
  const all = new Map<string, Counted>();
  const fresh = (consultation: Consultation) =>
    createParticipationCounts(catalogues.of(consultation), consultation.domains);
  const count = (counted: Counted, id: string, person: Participant | undefined) => {
    const { consultation, state } = counted;
    const world = { catalogue: catalogues.of(consultation), consultation };
    countParticipation(state, id, person && progressOf(person, world));
  };
  const countWaiting = (counted: Counted) =>
    inSlices(counted.waiting, ([id, person]) => {
      counted.waiting.delete(id);
      count(counted, id, person);
    });
  const open = (consultation: Consultation): Counted => {
    const known = all.get(consultation.id);
    if (known !== undefined) return known;
    const opened: Counted = createCounted(consultation, fresh(consultation), () => countWaiting(opened));
    all.set(consultation.id, opened);
    return opened;
  };
  feed.add(createSubscriber(all, { open, fresh, count }));
  return {
    async of(consultation) {
      await feed.ready;
      const counted = open(consultation);
      // Once answers are erased, it stays as it was.
      const { erasure } = counted.consultation;
      if (erasure !== undefined) return erasure.participation;
      await countWaiting(counted);
      return { took: await tookIn(consultation), ...participationView(counted.state, least) };
    },
    watch(consultation, listener) {
      const { listeners } = open(consultation);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function createCounted(
  consultation: Consultation,
  state: ParticipationCounts,
  countWaiting: () => Promise<void>,
): Counted {
  const listeners = new Set<() => void>();
  const tell = debounce(() => {
    for (const listener of listeners) listener();
  }, tellMs);
  const soon = debounce(() => void countWaiting(), gatherMs);
  return { consultation, state, listeners, tell, soon, waiting: new Map() };
}

interface Counting {
  readonly open: (consultation: Consultation) => Counted;
  readonly fresh: (consultation: Consultation) => ParticipationCounts;
  readonly count: (counted: Counted, id: string, person: Participant | undefined) => void;
}

/** Keeps what is to be counted up to date with what the feed tells. */
function createSubscriber(
  all: ReadonlyMap<string, Counted>,
  { open, fresh, count }: Counting,
): ChangeSubscriber {
  /** Who is erased is known by id alone. */
  const whereIs = (id: string) =>
    [...all.values()].find(({ state, waiting }) => state.people.has(id) || waiting.has(id));
  return {
    consultation(consultation) {
      const counted = open(consultation);
      const isOther = asked(counted.consultation) !== asked(consultation);
      counted.consultation = consultation;
      // What is shown of erased answers was kept: nobody is counted any more.
      if (consultation.erasure !== undefined) return empty(counted, fresh(consultation));
      // It may ask something else: on another edition of its catalogue, everybody goes along.
      if (isOther) counted.state = moveParticipation(counted.state, fresh(consultation));
      // It may have ended, or its result be another: whoever watches looks again.
      counted.tell();
    },
    participant(id, person, how) {
      const counted = person === undefined ? whereIs(id) : all.get(person.consultation);
      if (counted === undefined || counted.consultation.erasure !== undefined) return;
      if (how === 'counted') return count(counted, id, person);
      counted.waiting.set(id, person);
      counted.soon();
      counted.tell();
    },
    digestOf(id, consultation) {
      const counted = all.get(consultation);
      if (counted === undefined) return undefined;
      if (counted.waiting.has(id)) {
        count(counted, id, counted.waiting.get(id));
        counted.waiting.delete(id);
      }
      return participationDigest(counted.state, id);
    },
    restore(id, consultation, digest) {
      const counted = all.get(consultation);
      return counted !== undefined && restoreParticipation(counted.state, id, digest);
    },
  };
}

function empty(counted: Counted, state: ParticipationCounts): void {
  counted.state = state;
  counted.waiting.clear();
  counted.tell();
}

const asked = ({ catalogue, domains, trajectories, length }: Consultation): string =>
  JSON.stringify([catalogue, domains, trajectories, length]);
