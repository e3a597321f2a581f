import type { Catalogue, Domain } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import { examines } from '#domain/participant/examining.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { visibleQuestions } from '#domain/participant/visible.ts';
import type { World } from '../world.ts';
import { firstLeft, firstOf, idOf, isDone, items, type QuestionnaireItem } from './items.ts';
import { changeOf, type SecondLookPlace, secondLookAt } from './second-look.ts';

/** Where a person is: derived from what is unanswered, unless they turned to something else. */
export type Place =
  /** Only whoever has a code may come in, and this person showed none yet. */
  | { readonly at: 'entry-code' }
  | { readonly at: 'declined' }
  | { readonly at: 'erasing' }
  | { readonly at: 'closing' }
  | { readonly at: 'menu' }
  | AskingPlace;

/** The places that wait for an answer in a form. */
export type AskingPlace =
  | { readonly at: 'consent' }
  | { readonly at: 'profile' }
  | { readonly at: 'titles'; readonly domain: Domain }
  | { readonly at: 'proposal'; readonly domain: Domain }
  | SecondLookPlace
  | QuestionnaireItem;

export function place(person: Participant, world: World): Place {
  if (person.focus?.on === 'erasing') return { at: 'erasing' };
  if (person.focus?.on === 'closing') return { at: 'closing' };
  if (person.consent === undefined && !world.admitted) return { at: 'entry-code' };
  if (person.consent === undefined) return { at: person.declined ? 'declined' : 'consent' };
  if (person.profile === undefined || person.focus?.on === 'profile') return { at: 'profile' };
  if (person.focus?.on === 'second-look') {
    const look = secondLookAt(person.focus.id, person, world);
    if (look !== undefined) return { ...look, ...changeOf(person.focus) };
  } else if (person.focus?.on === 'titles' || person.focus?.on === 'proposal') {
    const { on: at } = person.focus;
    const domain = domainNamed(person.focus.domain, world);
    const isOffered = at === 'titles' || world.consultation.proposals === 'allowed';
    if (domain !== undefined && isOffered) return { at, domain };
  } else if (person.focus !== undefined) {
    const focused = findItem(person.focus.id, person, world);
    if (focused?.at === 'trajectory' && person.focus.on === 'details') return { ...focused, details: true };
    if (focused !== undefined) return focused;
  }
  const domain = domainNamed(person.domain, world);
  return (domain && firstLeft(domain, person)) ?? { at: 'menu' };
}

/** Whether an item is what the person is asked now, in whichever form. */
export function isAskedNow(item: QuestionnaireItem, person: Participant, world: World): boolean {
  const here = place(person, world);
  return (here.at === 'question' || here.at === 'trajectory') && idOf(here) === idOf(item);
}

/** The consultation's domains, in its order. */
export const domains = ({ catalogue, consultation }: Pick<World, 'catalogue' | 'consultation'>) =>
  domainsOf(consultation)(catalogue);

const domainsOf = onceEach(({ domains: ids }: World['consultation']) =>
  onceEach(({ domains: all }: Catalogue): readonly Domain[] =>
    ids.flatMap((id) => all.filter((domain) => domain.id === id)),
  ),
);

/** The domain with this id, if the consultation has it. */
export function domainNamed(id: DomainId | undefined, world: World): Domain | undefined {
  return domains(world).find((domain) => domain.id === id);
}

/** The same person, once their answers to the domain under way have drawn what they examine there. */
export function ready(person: Participant, world: World): Participant {
  const domain = domainNamed(person.domain, world);
  if (domain === undefined || person.examining?.[domain.id] !== undefined) return person;
  const answered = visibleQuestions(domain, person.answers).every(({ id }) => id in person.answers);
  return answered ? world.draw(domain, person) : person;
}

/** The item with this id, if this person can be asked it now. */
export function findItem(id: string, person: Participant, world: World): QuestionnaireItem | undefined {
  const domain = domains(world).find((one) => idsOf(one).has(id));
  return domain && firstOf(domain, person, (one) => one === id);
}

const idsOf = onceEach(
  ({ questions, trajectories }: Domain): ReadonlySet<string> =>
    new Set([...questions, ...trajectories].map(({ id }) => id)),
);

/** How far a person is in each domain; `next` is the domain under way or the first unfinished one. */
export function progress(person: Participant, world: World) {
  const rows = domains(world).map((domain) => {
    const all = items(domain, person);
    // What is not drawn yet will be as many as anyone examines.
    const toCome = all.some(({ at }) => at === 'trajectory') ? 0 : examines(domain);
    const done = all.filter((item) => isDone(item, person)).length;
    return { domain: domain.id, done, total: all.length + toCome };
  });
  const unfinished = rows.filter(({ done, total }) => done < total);
  const started = unfinished.find(({ done }) => done > 0);
  return { domains: rows, next: (started ?? unfinished[0])?.domain };
}
