import type { Catalogue, Question } from '#domain/catalogue/catalogue.ts';
import type { Answer } from '#domain/participant/answer.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { draw } from '#domain/participant/relevance.ts';
import { visibleQuestions } from '#domain/participant/visible.ts';

/** What a list of trajectories is drawn from. */
export type SimulatedPerson = Pick<Participant, 'answers' | 'ballots' | 'profile' | 'seed'>;

/** The nth of a made-up crowd: every option, role and kind of territory is as likely as another; texts are passed over. */
export function simulatedPerson({ domains, roles, territories }: Catalogue, n: number): SimulatedPerson {
  const pick = (about: string, of: number) => Math.floor((draw(n, about) / 2 ** 32) * of);
  const one = (about: string, among: readonly string[]) => among[pick(about, among.length)] ?? 'declined';
  const answers: Record<string, Answer> = {};
  for (const domain of domains) {
    // What is asked next hangs on what was answered before.
    for (const { id } of domain.questions) {
      const question = visibleQuestions(domain, answers).find((its) => its.id === id);
      if (question !== undefined) answers[id] = answerTo(question, pick);
    }
  }
  const profile = { roles: [one('role', roles)], territory: one('territory', territories) };
  return { answers, ballots: {}, profile, seed: draw(n, 'seed') };
}

function answerTo(question: Question, pick: (about: string, of: number) => number): Answer {
  const { id } = question;
  switch (question.kind) {
    case 'choice': {
      const value = question.options[pick(id, question.options.length)];
      return value === undefined ? { kind: 'skipped' } : { kind: 'choice', value };
    }
    case 'multi': {
      const { options, max = 3 } = question;
      const from = pick(id, options.length);
      const many = 1 + pick(`${id} how many`, Math.min(max, options.length));
      return { kind: 'multi', values: [...options, ...options].slice(from, from + many) };
    }
    case 'scale':
      return { kind: 'scale', value: scalePoint(pick(id, 5)) };
    case 'text':
      return { kind: 'skipped' };
  }
}

const scalePoint = (n: number) => ([1, 2, 3, 4, 5] as const)[n] ?? 3;
