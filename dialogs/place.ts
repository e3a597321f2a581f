import type { Domain, Question, Trajectory } from '#domain/catalogue.ts';
import type { DomainId } from '#domain/domains.ts';
import type { Participant } from '#domain/participant.ts';
import { type Because, examinedByDefault, rank } from '#domain/relevance.ts';
import { visibleQuestions } from '#domain/visible.ts';
import type { World } from './world.ts';

interface Position {
  readonly index: number;
  readonly total: number;
}

/** Where a person is: derived from what is unanswered, unless they turned to something else. */
export type Place =
  | { readonly at: 'declined' }
  | { readonly at: 'erasing' }
  | { readonly at: 'menu' }
  | AskingPlace;

/** The places that wait for an answer in a form. */
export type AskingPlace = { readonly at: 'consent' } | { readonly at: 'profile' } | Item;

/** An item of the questionnaires. */
export type Item =
  | { readonly at: 'question'; readonly question: Question; readonly position: Position }
  | {
      readonly at: 'trajectory';
      readonly trajectory: Trajectory;
      readonly position: Position;
      readonly because?: Because;
    };

export function place(person: Participant, world: World): Place {
  if (person.focus?.on === 'erasing') return { at: 'erasing' };
  if (person.consent === undefined) return { at: person.declined ? 'declined' : 'consent' };
  if (person.profile === undefined || person.focus?.on === 'profile') return { at: 'profile' };
  if (person.focus !== undefined) {
    const focused = findItem(person.focus.id, person, world);
    if (focused !== undefined) return focused;
  }
  const domain = domainNamed(person.domain, world);
  return (domain && items(domain, person).find((item) => !isDone(item, person))) ?? { at: 'menu' };
}

/** The consultation's domains, in its order. */
export function domains(world: World): readonly Domain[] {
  return world.consultation.domains.flatMap((id) =>
    world.catalogue.domains.filter((domain) => domain.id === id),
  );
}

/** The domain with this id, if the consultation has it. */
export function domainNamed(id: DomainId | undefined, world: World): Domain | undefined {
  return domains(world).find((domain) => domain.id === id);
}

/** What a domain asks of this person, in order: the visible questions, then the trajectories to examine. */
export function items(domain: Domain, person: Participant): readonly Item[] {
  const questions = visibleQuestions(domain, person.answers);
  const shown = trajectories(domain, person);
  return [
    ...questions.map((question, i) => ({
      at: 'question' as const,
      question,
      position: nth(i, questions.length),
    })),
    ...shown.map((ranked, i) => ({ at: 'trajectory' as const, ...ranked, position: nth(i, shown.length) })),
  ];
}

/** Those examined first, in the order they were; then the most relevant ones, up to the default number. */
function trajectories(
  domain: Domain,
  person: Participant,
): readonly { trajectory: Trajectory; because?: Because }[] {
  const ranked = rank(domain, person.answers, person.seed);
  const examined = Object.keys(person.ballots).flatMap((id) =>
    ranked.filter(({ trajectory }) => trajectory.id === id),
  );
  const others = ranked.filter((one) => !examined.includes(one));
  return [...examined, ...others.slice(0, Math.max(0, examinedByDefault - examined.length))].map(
    ({ trajectory, because }) => ({ trajectory, ...(because && { because }) }),
  );
}

const nth = (i: number, total: number): Position => ({ index: i + 1, total });

export function idOf(item: Item): string {
  return item.at === 'question' ? item.question.id : item.trajectory.id;
}

export function domainOf(item: Item): DomainId {
  return item.at === 'question' ? item.question.domain : item.trajectory.domain;
}

export function isDone(item: Item, person: Participant): boolean {
  return item.at === 'question' ? item.question.id in person.answers : item.trajectory.id in person.ballots;
}

/** The item with this id, if this person can be asked it now. */
export function findItem(id: string, person: Participant, world: World): Item | undefined {
  const domain = domains(world).find(({ questions, trajectories: its }) =>
    [...questions, ...its].some((one) => one.id === id),
  );
  return domain && items(domain, person).find((item) => idOf(item) === id);
}

/** How far a person is in each domain; `next` is the domain under way or the first unfinished one. */
export function progress(person: Participant, world: World) {
  const rows = domains(world).map((domain) => {
    const all = items(domain, person);
    return { domain: domain.id, done: all.filter((item) => isDone(item, person)).length, total: all.length };
  });
  const unfinished = rows.filter(({ done, total }) => done < total);
  const started = unfinished.find(({ done }) => done > 0);
  return { domains: rows, next: (started ?? unfinished[0])?.domain };
}
