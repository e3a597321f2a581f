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

/** Whoever has done nothing for so long is not awaited any more, in milliseconds. */
const awaitedFor = 24 * 3_600_000;

const Waiting = z.object({
  /** When they last did something, in milliseconds. */
  at: z.number(),
  trajectories: z.array(z.string()),
});
type Waiting = z.infer<typeof Waiting> & { readonly consultation: string };

export function createDrawnLists(now: () => string): DrawnLists {
  /** Whoever moved last comes last. */
  const waiting = new Map<string, Waiting>();
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
    const before = waiting.get(id);
    if (before === undefined) return;
    waiting.delete(id);
    count(before, -1);
  };
  const put = (id: string, after: Waiting) => {
    drop(id);
    if (after.trajectories.length === 0) return;
    waiting.set(id, after);
    count(after, 1);
  };
  const dropStale = () => {
    const since = Date.parse(now()) - awaitedFor;
    for (const [id, { at }] of waiting) {
      if (at >= since) return;
      drop(id);
    }
  };
  const of = (consultation: string) => {
    dropStale();
    return (trajectory: string) => counts.get(keyOf(consultation, trajectory)) ?? 0;
  };
  return {
    of,
    drawIn: (consultation, examined) => (domain, person) => {
      drop(person.id);
      const waitFor = of(consultation.id);
      const group = { ...consultation, examined: (id: string) => examined(id) + waitFor(id) };
      const after = drawn(domain, person, group);
      put(person.id, waitingOf(after));
      return after;
    },
    participant: (id, person) => (person === undefined ? drop(id) : put(id, waitingOf(person))),
    digestOf(id) {
      const its = waiting.get(id);
      return its && { at: its.at, trajectories: its.trajectories };
    },
    restore(id, consultation, digest) {
      const read = Waiting.safeParse(digest).data;
      if (read !== undefined) put(id, { ...read, consultation });
      return read !== undefined;
    },
  };
}

function waitingOf({ consultation, consent, examining = {}, ballots, updatedAt }: Participant): Waiting {
  const lists = consent === undefined ? [] : Object.values(examining);
  const trajectories = lists.flatMap((list = []) => list.flatMap(({ id }) => (id in ballots ? [] : [id])));
  return { consultation, at: Date.parse(updatedAt), trajectories };
}

const keyOf = (consultation: string, trajectory: string): string => `${consultation} ${trajectory}`;
