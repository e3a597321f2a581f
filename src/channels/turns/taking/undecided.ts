import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import type { Participant } from '#domain/participant/participant.ts';

/**
 * Those who have not agreed. Nothing of them is stored: what their next turn needs (what they were shown, their language,
 * a no) is held in memory, and goes with the program, which then asks again.
 */
export interface Undecided {
  of(id: string): Participant | undefined;
  hold(person: Participant): void;
  drop(id: string): void;
}

/** `most`: people; whoever spoke the longest ago goes first. */
export function createUndecided(most = 10_000): Undecided {
  const held = new BoundedMap<Participant>(most);
  return {
    of: (id) => held.get(id),
    hold(person) {
      held.drop(person.id);
      held.put(person.id, person);
    },
    drop: (id) => held.drop(id),
  };
}
