import type { Domain, Question, Trajectory } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { examining } from '#domain/participant/examining.ts';
import { isAlike } from '#domain/participant/is-alike.ts';
import type { Participant, ToExamine } from '#domain/participant/participant.ts';
import { visibleQuestions } from '#domain/participant/visible.ts';

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

interface Position {
  readonly index: number;
  readonly total: number;
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

/** The first of these that is not done. */
export const firstLeft = (domain: Domain, person: Participant): QuestionnaireItem | undefined =>
  firstOf(domain, person, (id, said) => isLeft(id, said, person));

/** The first of these that is looked for, by its id and what the person said of any; each turn looks several times, and makes no other. */
export function firstOf(
  domain: Domain,
  person: Participant,
  isIt: (id: string, said: Said) => boolean,
): QuestionnaireItem | undefined {
  const questions = visibleQuestions(domain, person.answers);
  const question = questions.findIndex(({ id }) => isIt(id, person.answers));
  if (question >= 0) return questionItem(questions, question);
  const shown = examining(domain, person);
  const trajectory = shown.findIndex(({ id }) => isIt(id, person.ballots));
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
