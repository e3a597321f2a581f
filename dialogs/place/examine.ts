import type { DomainId } from '#domain/catalogue/domains.ts';
import { left, withChosen, withMore } from '#domain/participant/examining.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { goOn, notice, retry, stale } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { unfocused } from './leave.ts';
import { domainNamed, domains } from './place.ts';

/** More trajectories of a domain, the next most relevant to the person. */
export function examineMore(person: Participant, id: DomainId | undefined, world: World): Turn {
  const domain = domainNamed(id, world);
  if (domain === undefined) return goOn(person, world, notice('no-more'));
  const listed = withListOf(person, domain.id, world);
  const longer = withMore(domain, listed);
  if (longer === listed) return goOn(person, world, notice('no-more'));
  return goOn({ ...unfocused(longer), domain: domain.id }, world);
}

/** All the titles of a domain, to pick from. */
export function listTitles(person: Participant, id: DomainId | undefined, world: World): Turn {
  const domain = domainNamed(id, world);
  if (domain === undefined) return goOn(person, world, notice('no-more'));
  const listed = withListOf(person, domain.id, world);
  return goOn({ ...listed, focus: { on: 'titles', domain: domain.id } }, world);
}

/** The titles that a person picked, to be examined next. */
export function pickTitles(person: Participant, id: DomainId, ids: readonly string[], world: World): Turn {
  const domain = domainNamed(id, world);
  if (domain === undefined) return stale(person, world);
  const listed = withListOf(person, domain.id, world);
  const open = left(domain, listed);
  const known = ids.filter((one) => domain.trajectories.some((trajectory) => trajectory.id === one));
  if (known.length === 0)
    return retry(person, world, ids.length === 0 ? 'empty' : 'invalid', {}, { at: 'titles', domain });
  const inOrder = domain.trajectories.flatMap((one) =>
    known.includes(one.id) && open.includes(one.id) ? [one.id] : [],
  );
  return goOn({ ...unfocused(withChosen(domain, listed, inOrder)), domain: domain.id }, world);
}

/** The domain that "more" and "titles" speak of: the one under way, else the one last examined. */
export function currentDomain(person: Participant, world: World): DomainId | undefined {
  if (person.domain !== undefined) return person.domain;
  const last = Object.keys(person.ballots).at(-1);
  return domains(world).find(({ trajectories }) => trajectories.some(({ id }) => id === last))?.id;
}

function withListOf(person: Participant, id: DomainId, world: World): Participant {
  const domain = domainNamed(id, world);
  if (domain === undefined || person.examining?.[id] !== undefined) return person;
  return world.draw(domain, person);
}
