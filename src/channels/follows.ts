import { courseOf } from '#dialogs/course.ts';
import type { Catalogues } from '#domain/catalogues.ts';
import { type Consultation, minGroups } from '#domain/consultation.ts';
import type { Following } from '#domain/following.ts';
import type { Participant } from '#domain/participant.ts';
import { createFollow, type Follow, follow } from '#scenario/follow.ts';
import { following } from '#scenario/following.ts';
import type { Feed } from './feed.ts';
import { gathered } from './gathered.ts';

/** How every consultation goes, fed by the changes of the store. */
export interface Follows {
  /**
   * How a consultation goes. The number of people is that of now; the rest moves once `minGroups.facilitator` people have
   * gone on since it was last shown, so that nobody's own steps can be read from one look to the next.
   */
  of(consultation: Consultation): Following;
  /** Told when something changed in a consultation, once a second at most; returns the way to stop listening. */
  watch(consultation: string, listener: () => void): () => void;
}

interface Followed {
  consultation: Consultation;
  state: Follow;
  /** Who went on since the last look, as they are now: looked at only when somebody asks. */
  readonly waiting: Map<string, Participant | undefined>;
  /** Who went on since what is shown was drawn. */
  readonly moved: Set<string>;
  shown: Following | undefined;
  readonly listeners: Set<() => void>;
  readonly tell: () => void;
}

const least = minGroups.facilitator;
const tellMs = 1_000;

export function createFollows(feed: Feed, catalogues: Catalogues): Follows {
  const all = new Map<string, Followed>();
  /** Whose consultation it is: who is erased is known by id alone. */
  const places = new Map<string, string>();
  const open = (consultation: Consultation): Followed => {
    const known = all.get(consultation.id);
    if (known !== undefined) return known;
    const listeners = new Set<() => void>();
    const made: Followed = {
      consultation,
      state: fresh(consultation),
      waiting: new Map(),
      moved: new Set(),
      shown: undefined,
      listeners,
      tell: gathered(() => {
        for (const listener of listeners) listener();
      }, tellMs),
    };
    all.set(consultation.id, made);
    return made;
  };
  const fresh = (consultation: Consultation) =>
    createFollow(catalogues.of(consultation), consultation.domains);

  feed.add({
    consultation(consultation) {
      const followed = open(consultation);
      const asked = ({ catalogue, domains, trajectories, length }: Consultation) =>
        JSON.stringify([catalogue, domains, trajectories, length]);
      const isOther = asked(followed.consultation) !== asked(consultation);
      followed.consultation = consultation;
      // Before anybody has begun, a consultation may still ask something else.
      if (isOther && followed.state.people.size === 0 && followed.waiting.size === 0)
        followed.state = fresh(consultation);
    },
    participant(id, person, how) {
      const code = person?.consultation ?? places.get(id);
      const followed = code === undefined ? undefined : all.get(code);
      if (code === undefined || followed === undefined) return;
      if (person === undefined) places.delete(id);
      else places.set(id, code);
      followed.waiting.set(id, person);
      if (how === 'changed') followed.tell();
    },
  });

  return {
    of(consultation) {
      const followed = open(consultation);
      const { state, waiting, moved } = followed;
      const world = { catalogue: catalogues.of(consultation), consultation };
      for (const [id, person] of waiting) {
        follow(state, id, person && courseOf(person, world));
        moved.add(id);
      }
      waiting.clear();
      if (followed.shown === undefined || moved.size >= least) {
        followed.shown = following(state, least);
        moved.clear();
      }
      return { ...followed.shown, starts: state.people.size };
    },
    watch(code, listener) {
      const listeners = all.get(code)?.listeners;
      listeners?.add(listener);
      return () => void listeners?.delete(listener);
    },
  };
}
