import type { Domain } from '../catalogue/catalogue.ts';
import { onceEach } from '../in-memory/once-each.ts';
import { byNeed, type GroupNeed, viewsAimedAt } from './group-need.ts';
import type { Participant, ToExamine } from './participant.ts';
import { type Described, draw, rank } from './relevance.ts';

/** How many trajectories of a domain a person examines unless they ask for more. */
export const examinedByDefault = 4;

/** The same, where a consultation may say so; never more than there are. */
export const examines = ({ examines = examinedByDefault, trajectories }: Domain): number =>
  Math.min(examines, trajectories.length);

/** How many come when they ask for more. */
const moreAtOnce = 3;

/** What this person examines in a domain, in order: as drawn, or what they examined before anything was. */
export function examining(domain: Domain, person: Participant): readonly ToExamine[] {
  const known = idsOf(domain);
  const list = person.examining?.[domain.id] ?? already(domain, person);
  return list.every(({ id }) => known.has(id)) ? list : list.filter(({ id }) => known.has(id));
}

const idsOf = onceEach(({ trajectories }: Domain) => new Set(trajectories.map(({ id }) => id)));

/** Draws what this person examines, and puts it on their list. */
export const drawn = (domain: Domain, person: Participant, group: GroupNeed): Participant =>
  withList(domain, person, listFor(domain, person, group));

/**
 * What somebody is to examine: what they have examined already; then, of all places, half (rounded up) are for what is most
 * relevant to them; the others go to what the group needs to see most (among equals, as the person's seed draws).
 */
export function listFor(domain: Domain, person: Listed, group: GroupNeed): readonly ToExamine[] {
  const before = already(domain, person);
  const places = examines(domain);
  const ranked = rank(domain, person).map(({ id }) => id);
  const isLeft = (id: string) => before.every((one) => one.id !== id);
  const free = Math.max(0, places - before.length);
  const relevant = ranked
    .slice(0, Math.ceil(places / 2))
    .filter(isLeft)
    .slice(0, free);
  const rest = ranked.filter((id) => isLeft(id) && !relevant.includes(id));
  const aim = viewsAimedAt(domain, places, group);
  const needed = byNeed(rest, aim, group.examined, (id) => draw(person.seed, id));
  return [
    ...before,
    ...relevant.map((id) => ({ id, why: 'relevant' as const })),
    ...needed
      .slice(0, free - relevant.length)
      // What has been seen enough is shown for no reason of the group's.
      .map(({ id, need }) => ({ id, why: need > 0 ? ('little-examined' as const) : ('relevant' as const) })),
  ];
}

/** What a list is drawn from, of a person. */
type Listed = Described & Pick<Participant, 'ballots'>;

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

function already(domain: Domain, { ballots }: Pick<Participant, 'ballots'>): readonly ToExamine[] {
  const known = idsOf(domain);
  return Object.keys(ballots).flatMap((id) => (known.has(id) ? [{ id, why: 'relevant' as const }] : []));
}
