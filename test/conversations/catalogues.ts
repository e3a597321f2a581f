import fc from 'fast-check';
import type { Catalogue, Condition, Domain, Question, Trajectory } from '#domain/catalogue/catalogue.ts';
import { catalogue as sample } from '../scenario/fixture.ts';

/** Small catalogues of every shape that a check accepts, as far as the conversation can tell. */
export const catalogues: fc.Arbitrary<Catalogue> = fc
  .record({ mobility: domain('mobility'), health: domain('health'), two: fc.boolean() })
  .map(({ mobility, health, two }) => ({ ...sample, domains: two ? [mobility, health] : [mobility] }));

function domain(id: 'mobility' | 'health'): fc.Arbitrary<Domain> {
  return fc
    .record({
      kinds: fc.array(fc.constantFrom('choice', 'multi', 'scale', 'text'), { minLength: 1, maxLength: 7 }),
      looks: fc.array(fc.option(fc.nat({ max: 6 })), { minLength: 7, maxLength: 7 }),
      trajectories: fc.integer({ min: 1, max: 12 }),
      weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 12, maxLength: 12 }),
    })
    .map(({ kinds, looks, trajectories, weights }) => {
      const questions: Question[] = [];
      for (const [i, kind] of kinds.entries())
        questions.push(question(id, kind, i, conditionOn(questions, looks[i])));
      const list = Array.from({ length: trajectories }, (_, i) =>
        trajectory(id, i, questions, weights[i] ?? 1),
      );
      return { id, themes: [], orientations: [`${id}-any`], questions, trajectories: list };
    });
}

const options = ['a', 'b', 'c'];

function question(domain: Domain['id'], kind: string, i: number, visibleIf: Condition | undefined): Question {
  const item = { id: `${domain}-q${i}`, domain, ...(visibleIf && { visibleIf }) };
  if (kind === 'choice') return { ...item, kind, options };
  if (kind === 'multi') return { ...item, kind, options, max: 2 };
  return kind === 'scale' ? { ...item, kind } : { ...item, kind: 'text' };
}

/** On one of the questions before, if it can be looked at. */
function conditionOn(asked: readonly Question[], place: number | null | undefined): Condition | undefined {
  const looked = place === null || place === undefined ? undefined : asked[place];
  if (looked === undefined || looked.kind === 'text') return undefined;
  return looked.kind === 'scale' ? { question: looked.id, atLeast: 3 } : { question: looked.id, is: ['b'] };
}

function trajectory(
  domain: Domain['id'],
  i: number,
  questions: readonly Question[],
  weight: number,
): Trajectory {
  const when = conditionOn(questions, i % Math.max(1, questions.length));
  return {
    id: `${domain}-t${i}`,
    domain,
    source: 'trajectoires',
    orientation: `${domain}-any`,
    tags: [],
    territories: i % 2 === 0 ? ['town'] : ['village'],
    criteria: [],
    signals: [...(when === undefined ? [] : [{ when, weight }]), { when: { roles: ['elected'] }, weight: 1 }],
  };
}
