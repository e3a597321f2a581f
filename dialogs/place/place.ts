import type { Catalogue, Domain, Question, Trajectory } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import { examines, examining } from '#domain/participant/examining.ts';
import { isAlike } from '#domain/participant/is-alike.ts';
import type { Participant, ToExamine } from '#domain/participant/participant.ts';
import { visibleQuestions } from '#domain/participant/visible.ts';
import type { World } from '../world.ts';
import { changeOf, type SecondLookPlace, secondLookAt } from './second-look.ts';

interface Position {
  readonly index: number;
  readonly total: number;
}

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

/** An item of the questionnaires. */
export type QuestionnaireItem =
  | { readonly at: 'question'; readonly question: Question; readonly position: Position }
  | {
      readonly at: 'trajectory';
      readonly trajectory: Trajectory;
      readonly position: Position;
      readonly why: ToExamine['why'];
      /** A stance is given: what more they have to say of it. */
      readonly details?: true;
    };

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

/** What a domain asks of this person, in order: the visible questions, then the trajectories to examine. */
export function items(domain: Domain, person: Participant): readonly QuestionnaireItem[] {
  const questions = visibleQuestions(domain, person.answers);
  const shown = examining(domain, person);
  return [
    ...questions.map((_, i) => questionItem(questions, i)),
    ...shown.map((_, i) => trajectoryItem(domain, shown, i)),
  ];
}

/** The first of these that is not done; each turn looks for it several times. */
function firstLeft(domain: Domain, person: Participant): QuestionnaireItem | undefined {
  const questions = visibleQuestions(domain, person.answers);
  const question = questions.findIndex(({ id }) => isLeft(id, person.answers, person));
  if (question >= 0) return questionItem(questions, question);
  const shown = examining(domain, person);
  const trajectory = shown.findIndex(({ id }) => isLeft(id, person.ballots, person));
  return trajectory < 0 ? undefined : trajectoryItem(domain, shown, trajectory);
}

function questionItem(questions: readonly Question[], i: number): QuestionnaireItem {
  const question = at(questions, i);
  return { at: 'question', question, position: { index: i + 1, total: questions.length } };
}

function trajectoryItem(domain: Domain, shown: readonly ToExamine[], i: number): QuestionnaireItem {
  const { id, why } = at(shown, i);
  const trajectory = at(
    domain.trajectories,
    domain.trajectories.findIndex((one) => one.id === id),
  );
  return { at: 'trajectory', trajectory, why, position: { index: i + 1, total: shown.length } };
}

function at<T>(list: readonly T[], i: number): T {
  const found = list[i];
  if (found === undefined) throw new RangeError(`There is nothing at ${i}`);
  return found;
}

/** The same person, once their answers to the domain under way have drawn what they examine there. */
export function ready(person: Participant, world: World): Participant {
  const domain = domainNamed(person.domain, world);
  if (domain === undefined || person.examining?.[domain.id] !== undefined) return person;
  const answered = visibleQuestions(domain, person.answers).every(({ id }) => id in person.answers);
  return answered ? world.draw(domain, person) : person;
}

export function idOf(item: QuestionnaireItem): string {
  return item.at === 'question' ? item.question.id : item.trajectory.id;
}

export function domainOf(item: QuestionnaireItem): DomainId {
  return item.at === 'question' ? item.question.domain : item.trajectory.domain;
}

/** Answered or passed over, and not to be confirmed since. */
export function isDone(item: QuestionnaireItem, person: Participant): boolean {
  return !isLeft(idOf(item), saidOf(item, person), person);
}

const isLeft = (id: string, said: Said, { toConfirm = [] }: Participant): boolean =>
  !(id in said) || toConfirm.includes(id);

export function isSaid(item: QuestionnaireItem, person: Participant): boolean {
  return idOf(item) in saidOf(item, person);
}

type Said = Participant['answers'] | Participant['ballots'];

/** Among what it is, or would be, what somebody said of it. */
const saidOf = ({ at }: QuestionnaireItem, { answers, ballots }: Participant): Said =>
  at === 'question' ? answers : ballots;

/** Whether a person said the same of it before and after. */
export function isSaidAlike(item: QuestionnaireItem, before: Participant, after: Participant): boolean {
  const id = idOf(item);
  return isAlike(saidOf(item, before)[id], saidOf(item, after)[id]);
}

/** Whether its wording has changed since it was answered. */
export function toConfirm(item: QuestionnaireItem, person: Participant): boolean {
  return person.toConfirm?.includes(idOf(item)) ?? false;
}

/** The item with this id, if this person can be asked it now. */
export function findItem(id: string, person: Participant, world: World): QuestionnaireItem | undefined {
  const domain = domains(world).find((one) => idsOf(one).has(id));
  if (domain === undefined) return undefined;
  const questions = visibleQuestions(domain, person.answers);
  const question = questions.findIndex((one) => one.id === id);
  if (question >= 0) return questionItem(questions, question);
  const shown = examining(domain, person);
  const trajectory = shown.findIndex((one) => one.id === id);
  return trajectory < 0 ? undefined : trajectoryItem(domain, shown, trajectory);
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
