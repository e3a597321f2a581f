import { progressOf } from '#dialogs/place/progress.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import {
  countParticipation,
  createParticipationCounts,
  type ParticipationCounts,
} from '#scenario/analysis/participation/participation-counts.ts';
import { participationView } from '#scenario/analysis/participation/participation-view.ts';
import type { ChangeFeed, ChangeSubscriber } from './change-feed.ts';
import { debounce } from './debounce.ts';

/** How every consultation goes, fed by the changes of the store; everybody of before the start is counted. */
export interface ParticipationProjection {
  /**
   * How a consultation goes. The number of people is that of now; the rest moves once `minGroups.facilitator` people have
   * gone on since it was last shown, so that nobody's own steps can be read from one look to the next.
   */
  of(consultation: Consultation): Promise<ParticipationView>;
  /** Told when something changed in a consultation, once a second at most; returns the way to stop listening. */
  watch(consultation: Consultation, listener: () => void): () => void;
}

interface Counted {
  consultation: Consultation;
  state: ParticipationCounts;
  /** Who went on since the last look, as they are now: looked at only when somebody asks. */
  readonly waiting: Map<string, Participant | undefined>;
  /** Who went on since what is shown was drawn. */
  readonly moved: Set<string>;
  shown: ParticipationView | undefined;
  readonly listeners: Set<() => void>;
  readonly tell: () => void;
}

const least = minGroups.facilitator;
const tellMs = 1_000;

export function createParticipationProjection(
  feed: ChangeFeed,
  catalogues: Catalogues,
): ParticipationProjection {
  const all = new Map<string, Counted>();
  const fresh = (consultation: Consultation) =>
    createParticipationCounts(catalogues.of(consultation), consultation.domains);
  const open = (consultation: Consultation): Counted => {
    const known = all.get(consultation.id);
    if (known !== undefined) return known;
    const opened = createCounted(consultation, fresh(consultation));
    all.set(consultation.id, opened);
    return opened;
  };
  feed.add(createSubscriber(all, open, fresh));
  return {
    async of(consultation) {
      await feed.ready;
      const counted = open(consultation);
      // Once answers are erased, it stays as it was.
      const { erasure } = counted.consultation;
      if (erasure !== undefined) return erasure.participation;
      const { state, waiting, moved } = counted;
      const world = { catalogue: catalogues.of(consultation), consultation };
      for (const [id, person] of waiting) {
        countParticipation(state, id, person && progressOf(person, world));
        moved.add(id);
      }
      waiting.clear();
      if (counted.shown === undefined || moved.size >= least) {
        counted.shown = participationView(state, least);
        moved.clear();
      }
      return { ...counted.shown, starts: state.people.size };
    },
    watch(consultation, listener) {
      const { listeners } = open(consultation);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function createCounted(consultation: Consultation, state: ParticipationCounts): Counted {
  const listeners = new Set<() => void>();
  const tell = debounce(() => {
    for (const listener of listeners) listener();
  }, tellMs);
  return { consultation, state, waiting: new Map(), moved: new Set(), shown: undefined, listeners, tell };
}

/** Keeps what is to be counted up to date with what the feed tells. */
function createSubscriber(
  all: ReadonlyMap<string, Counted>,
  open: (consultation: Consultation) => Counted,
  fresh: (consultation: Consultation) => ParticipationCounts,
): ChangeSubscriber {
  /** Whose consultation it is: who is erased is known by id alone. */
  const places = new Map<string, string>();
  return {
    consultation(consultation) {
      const counted = open(consultation);
      const isOther = asked(counted.consultation) !== asked(consultation);
      counted.consultation = consultation;
      // What is shown of erased answers was kept: nobody is counted any more.
      if (consultation.erasure !== undefined) return empty(counted, fresh(consultation));
      // Before anybody has begun, a consultation may still ask something else.
      if (isOther && counted.state.people.size === 0 && counted.waiting.size === 0)
        counted.state = fresh(consultation);
    },
    participant(id, person, how) {
      const code = person?.consultation ?? places.get(id);
      const counted = code === undefined ? undefined : all.get(code);
      if (code === undefined || counted === undefined) return;
      if (person === undefined) places.delete(id);
      else places.set(id, code);
      if (counted.consultation.erasure !== undefined) return;
      counted.waiting.set(id, person);
      if (how === 'changed') counted.tell();
    },
  };
}

function empty(counted: Counted, state: ParticipationCounts): void {
  counted.state = state;
  counted.waiting.clear();
  counted.moved.clear();
  counted.tell();
}

const asked = ({ catalogue, domains, trajectories, length }: Consultation): string =>
  JSON.stringify([catalogue, domains, trajectories, length]);
