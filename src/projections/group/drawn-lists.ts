import { z } from 'zod';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { drawn } from '#domain/participant/examining.ts';
import type { Examined } from '#domain/participant/group-need.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { ChangeSubscriber } from '../change-feed.ts';

/** What people have on their lists and have not examined: the views that are on their way. */
export interface DrawnLists extends Required<Pick<ChangeSubscriber, 'participant' | 'digestOf' | 'restore'>> {
  /** In a consultation, how many people have a trajectory still before them. */
  of(consultation: string): Examined;
  /** Draws what people of a consultation examine, by what was examined and what is on the way: see `GroupNow`. */
  drawIn(
    consultation: Consultation,
    examined: Examined,
  ): (domain: Domain, person: Participant) => Participant;
}

/** Whoever has done nothing for an hour has stopped, and is not awaited any more; in milliseconds. */
const awaitedFor = 3_600_000;

const Waiting = z.object({
  /** When they last did something, in milliseconds. */
  at: z.number(),
  trajectories: z.array(z.string()),
});
type Waiting = z.infer<typeof Waiting> & { readonly consultation: string };

export function createDrawnLists(now: () => string): DrawnLists {
  const waiting = createWaitingPeople(() => Date.parse(now()) - awaitedFor);
  const { of, put, drop } = waiting;
  return {
    of,
    drawIn: (consultation, examined) => (domain, person) => {
      drop(person.id);
      const waitFor = of(consultation.id);
      const group = { ...consultation, examined: (id: string) => examined(id) + waitFor(id) };
      const after = drawn(domain, person, group);
      // Whoever draws is there now, however long ago they were last saved.
      put(person.id, { ...waitingOf(after), at: Date.parse(now()) });
      return after;
    },
    participant: (id, person) => (person === undefined ? drop(id) : put(id, waitingOf(person))),
    digestOf(id) {
      const its = waiting.people.get(id);
      return its && { at: its.at, trajectories: its.trajectories };
    },
    restore(id, consultation, digest) {
      const read = Waiting.safeParse(digest).data;
      if (read !== undefined) put(id, { ...read, consultation });
      return read !== undefined;
    },
  };
}

/** Those who have something before them, and how many have each trajectory. `since`: who did nothing from then on is gone. */
function createWaitingPeople(since: () => number) {
  /** Whoever moved last comes last. */
  const people = new Map<string, Waiting>();
  const counts = new Map<string, number>();
  const count = ({ consultation, trajectories }: Waiting, by: 1 | -1) => {
    for (const id of trajectories) {
      const key = keyOf(consultation, id);
      const n = (counts.get(key) ?? 0) + by;
      if (n === 0) counts.delete(key);
      else counts.set(key, n);
    }
  };
  const drop = (id: string) => {
    const before = people.get(id);
    if (before === undefined) return;
    people.delete(id);
    count(before, -1);
  };
  const dropStale = () => {
    const oldest = since();
    for (const [id, { at }] of people) {
      if (at >= oldest) return;
      drop(id);
    }
  };
  return {
    people,
    drop,
    put(id: string, after: Waiting) {
      drop(id);
      if (after.trajectories.length === 0 || after.at < since()) return;
      people.set(id, after);
      count(after, 1);
    },
    of(consultation: string): Examined {
      dropStale();
      return (trajectory) => counts.get(keyOf(consultation, trajectory)) ?? 0;
    },
  };
}

function waitingOf({ consultation, consent, examining = {}, ballots, updatedAt }: Participant): Waiting {
  const lists = consent === undefined ? [] : Object.values(examining);
  const trajectories = lists.flatMap((list = []) => list.flatMap(({ id }) => (id in ballots ? [] : [id])));
  return { consultation, at: Date.parse(updatedAt), trajectories };
}

const keyOf = (consultation: string, trajectory: string): string => `${consultation} ${trajectory}`;
