import type { Domain } from '../catalogue/catalogue.ts';
import type { Participant, ToExamine } from './participant.ts';
import { draw, rank } from './relevance.ts';

/** How many trajectories of a domain a person examines unless they ask for more. */
export const examinedByDefault = 4;

/** The same, where a consultation may say so; never more than there are. */
export const examines = ({ examines = examinedByDefault, trajectories }: Domain): number =>
  Math.min(examines, trajectories.length);

/** How many come when they ask for more. */
const moreAtOnce = 3;

/** How many people have examined a trajectory. */
export type Examined = (trajectory: string) => number;

/** What this person examines in a domain, in order: as drawn, or what they examined before anything was. */
export function examining(domain: Domain, person: Participant): readonly ToExamine[] {
  const known = new Set(domain.trajectories.map(({ id }) => id));
  const list = person.examining?.[domain.id] ?? already(domain, person);
  return list.filter(({ id }) => known.has(id));
}

/**
 * Draws what this person examines: what they have examined already, then the most relevant; the last place goes to
 * the trajectory that the group has examined least (among equals, as the person's seed draws), so that all get seen.
 */
export function drawn(domain: Domain, person: Participant, examined: Examined): Participant {
  const before = already(domain, person);
  const free = examines(domain) - before.length;
  const others = rank(domain, person).filter(({ id }) => before.every((one) => one.id !== id));
  const relevant = others.slice(0, Math.max(0, free - 1));
  const rest = others.slice(relevant.length);
  const least = rest.toSorted(
    (a, b) => examined(a.id) - examined(b.id) || draw(person.seed, a.id) - draw(person.seed, b.id),
  )[0];
  return withList(domain, person, [
    ...before,
    ...relevant.map(({ id }) => ({ id, why: 'relevant' as const })),
    ...(free > 0 && least !== undefined ? [{ id: least.id, why: 'little-examined' as const }] : []),
  ]);
}

/** Puts the next most relevant ones on the list; the same person when none is left. */
export function withMore(domain: Domain, person: Participant): Participant {
  const next = left(domain, person).slice(0, moreAtOnce);
  return next.length === 0 ? person : withChosen(domain, person, next);
}

/** Those that are not on the person's list, the most relevant first. */
export function left(domain: Domain, person: Participant): readonly string[] {
  const list = examining(domain, person);
  return rank(domain, person).flatMap(({ id }) => (list.some((one) => one.id === id) ? [] : [id]));
}

/** Puts trajectories that the person chose on their list, each once. */
export function withChosen(domain: Domain, person: Participant, ids: readonly string[]): Participant {
  const list = examining(domain, person);
  const fresh = ids.filter((id) => list.every((one) => one.id !== id));
  return withList(domain, person, [...list, ...fresh.map((id) => ({ id, why: 'asked' as const }))]);
}

/** Drops the lists of which nothing was examined or asked for: what the person says now draws them anew. */
export function redrawn(person: Participant): Participant {
  const { examining: lists, ...rest } = person;
  if (lists === undefined) return person;
  const begun = Object.entries(lists).filter(([, list]) =>
    list?.some(({ id, why }) => why === 'asked' || id in person.ballots),
  );
  return { ...rest, examining: Object.fromEntries(begun) };
}

function withList(domain: Domain, person: Participant, list: readonly ToExamine[]): Participant {
  return { ...person, examining: { ...person.examining, [domain.id]: [...list] } };
}

function already({ trajectories }: Domain, { ballots }: Participant): readonly ToExamine[] {
  const known = new Set(trajectories.map(({ id }) => id));
  return Object.keys(ballots).flatMap((id) => (known.has(id) ? [{ id, why: 'relevant' as const }] : []));
}
