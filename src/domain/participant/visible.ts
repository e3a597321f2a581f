import type { Condition, Domain, Question } from '../catalogue/catalogue.ts';
import type { Answer } from './answer.ts';

export type Answers = Readonly<Record<string, Answer>>;

/** The questions that this person's answers call for, in order; an answer counts while its own question is called for. */
export function visibleQuestions(domain: Domain, answers: Answers): readonly Question[] {
  const visible: Question[] = [];
  for (const question of domain.questions) {
    const { visibleIf } = question;
    const asked = visibleIf === undefined || visible.some(({ id }) => id === visibleIf.question);
    if (asked && (visibleIf === undefined || holds(visibleIf, answers))) visible.push(question);
  }
  return visible;
}

/** Whether an answer meets a condition; "don't know", "skipped" and no answer never do. */
export function holds(condition: Condition, answers: Answers): boolean {
  const answer = answers[condition.question];
  if (answer === undefined) return false;
  if ('is' in condition) return optionsIn(answer).some((option) => condition.is.includes(option));
  if (answer.kind !== 'scale') return false;
  const { atLeast = 1, atMost = 5 } = condition;
  return atLeast <= answer.value && answer.value <= atMost;
}

/** The options an answer names. */
export function optionsIn(answer: Answer): readonly string[] {
  if (answer.kind === 'choice') return [answer.value];
  return answer.kind === 'multi' ? answer.values : [];
}
