import { type Sightings, twoOverOne } from './heaps.ts';
import { type AnsweredCells, peopleIn } from './matrix.ts';
import type { Folds, Trial } from './models/cross-validation.ts';
import { expecting } from './models/expectation.ts';
import { type OpinionModel, widthOf } from './models/model.ts';

/** One heap that is twenty times as likely (e to the 3) decides: its form was chosen for these people, that of the two was not. */
const decided = -3;

/** The camp that each person is most likely of. */
export function campsIn(answers: AnsweredCells, model: OpinionModel): Int8Array {
  const expect = expecting(model);
  return Int8Array.from({ length: peopleIn(answers) }, (_, person) => {
    const { joint } = expect(answers, person);
    return joint.reduce((best, one, camp) => (one > (joint[best] ?? 0) ? camp : best), 0);
  });
}

/**
 * Whether every two camps stand apart: on the line between the two centres, people of both are found in two heaps rather
 * than in one, of whatever form. Each person is placed by the model drawn without them: a line drawn to part people parts
 * them, and would be proof of nothing. `names`: how each fold's model calls the camps.
 */
export function standApart({ left }: Folds, { camps, models }: Trial, names: readonly Int8Array[]): boolean {
  return pairsOf(camps).every(([a, b]) => {
    const seen = left.map((people, fold) => {
      const model = models[fold];
      const [first, second] = [names[fold]?.[a] ?? 0, names[fold]?.[b] ?? 0];
      return model === undefined ? nobody : sightingsOf(people, model, first, second);
    });
    return twoOverOne(joined(seen)) > decided;
  });
}

export const pairsOf = (camps: number): readonly (readonly [number, number])[] =>
  Array.from({ length: camps }, (_, a) => a).flatMap((a) =>
    Array.from({ length: camps - a - 1 }, (_, i) => [a, a + 1 + i] as const),
  );

/**
 * Where people stand on the line between the centres of two camps, by what they answered: 1/2 at the first, -1/2 at the
 * second (the linear discriminant, over what it would be for somebody who answers as the centre does).
 */
export function alongLine(answers: AnsweredCells, model: OpinionModel, a: number, b: number): Sightings {
  const atCentre = oddsOf(centred(answers, model, a), model, a, b).map((odds) => 2 * Math.max(1e-6, odds));
  const places = oddsOf(answers, model, a, b).map((odds, person) => odds / (atCentre[person] ?? 1));
  return { places, variances: atCentre.map((information) => 1 / information) };
}

/** The same of those who are likelier of one of the two camps than of any other. */
function sightingsOf(people: AnsweredCells, model: OpinionModel, a: number, b: number): Sightings {
  const camps = campsIn(people, model);
  const { places, variances } = alongLine(people, model, a, b);
  const either = (_: number, person: number) => camps[person] === a || camps[person] === b;
  return { places: places.filter(either), variances: variances.filter(either) };
}

const nobody: Sightings = { places: new Float64Array(0), variances: new Float64Array(0) };

const joined = (all: readonly Sightings[]): Sightings => ({
  places: Float64Array.from(all.flatMap(({ places }) => [...places])),
  variances: Float64Array.from(all.flatMap(({ variances }) => [...variances])),
});

/** How much likelier answers are from one camp than from the other, as a logarithm. */
function oddsOf(answers: AnsweredCells, model: OpinionModel, a: number, b: number): Float64Array {
  const expect = expecting(model);
  const head = Math.log(model.shares[a] ?? 1) - Math.log(model.shares[b] ?? 1);
  return Float64Array.from({ length: peopleIn(answers) }, (_, person) => {
    const { joint } = expect(answers, person);
    return (joint[a] ?? 0) - (joint[b] ?? 0) - head;
  });
}

/** The same people, as if they had answered as the centre of a camp does. */
function centred(answers: AnsweredCells, model: OpinionModel, camp: number): AnsweredCells {
  const width = widthOf(model);
  return {
    ...answers,
    values: Float64Array.from(answers.items, (item) => model.slopes[item * width + camp] ?? 0),
  };
}
