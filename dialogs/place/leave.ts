import type { Participant } from '#domain/participant/participant.ts';

/** Turned to nothing out of order: the place is derived again. */
export function unfocused(person: Participant): Participant {
  const { focus: _, ...rest } = person;
  return rest;
}

/** At the menu: no domain open, nothing turned to. */
export function leave(person: Participant): Participant {
  const { domain: _, ...rest } = unfocused(person);
  return rest;
}
