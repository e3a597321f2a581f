import { draws } from '../draws.ts';
import { type AnsweredCells, peopleIn } from '../matrix.ts';
import { expecting } from './expectation.ts';
import { kMeans, type PointMatrix } from './k-means.ts';
import { createSufficient } from './maximisation.ts';
import type { OpinionModel } from './model.ts';

const steps = 30;
/** So many tell which of several starts is worth going on with (Biernacki and others 2003). */
const few = 5;
/** When another step makes the answers hardly more likely, in natural logarithms a person. */
const still = 2e-3;

/** The model of one camp and so many traits that fits best (EM from a start by chance). */
export function fitSpread(answers: AnsweredCells, traits: number, seed: number): OpinionModel {
  return improve(
    answers,
    seated(answers, 1, traits, seed, () => 0),
    steps,
  ).model;
}

/**
 * The model of so many camps and traits that fits best: EM from the groups that k-means finds where people stand on the
 * traits of each of several models without camps, the most promising of them.
 */
export function fitCamps(
  answers: AnsweredCells,
  { camps, traits }: Pick<OpinionModel, 'camps' | 'traits'>,
  spreads: readonly OpinionModel[],
  seed: number,
): OpinionModel {
  const fitted = spreads.map((spread) => {
    const groups = kMeans(standingIn(answers, spread), camps, draws(seed + camps));
    return improve(
      answers,
      seated(answers, camps, traits, seed, (person) => groups[person] ?? 0),
      few,
    );
  });
  const promising = fitted.reduce((best, one) => (one.likelihood > best.likelihood ? one : best));
  return improve(answers, promising.model, steps - few).model;
}

/** Where people stand on the traits of a model without camps. */
export function standingIn(answers: AnsweredCells, spread: OpinionModel): PointMatrix {
  const expect = expecting(spread);
  const values = new Float64Array(peopleIn(answers) * spread.traits);
  for (let person = 0; person < peopleIn(answers); person++)
    values.set(expect(answers, person).standing, person * spread.traits);
  return { dimensions: spread.traits, values };
}

/** A first model: each person in one camp, somewhere on each trait by chance. */
function seated(
  answers: AnsweredCells,
  camps: number,
  traits: number,
  seed: number,
  campOf: (person: number) => number,
): OpinionModel {
  const draw = draws(seed + 31 * traits);
  const sums = createSufficient(answers, { camps, traits });
  const unsure = new Float64Array(traits * traits);
  for (let person = 0; person < peopleIn(answers); person++) {
    const camp = campOf(person);
    const chances = Float64Array.from({ length: camps }, (_, its) => (its === camp ? 1 : 0));
    const standing = new Float64Array(camps * traits);
    for (let trait = 0; trait < traits; trait++) standing[camp * traits + trait] = 2 * draw() - 1;
    sums.add(person, { chances, standing, unsure });
  }
  return sums.model();
}

function improve(
  answers: AnsweredCells,
  first: OpinionModel,
  most: number,
): { model: OpinionModel; likelihood: number } {
  let model = first;
  let before = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < most; step++) {
    const expect = expecting(model);
    const sums = createSufficient(answers, model);
    let likelihood = 0;
    for (let person = 0; person < peopleIn(answers); person++) {
      const expected = expect(answers, person);
      likelihood += expected.likelihood;
      sums.add(person, expected);
    }
    if (likelihood - before < still * peopleIn(answers)) return { model, likelihood };
    before = likelihood;
    model = sums.model();
  }
  return { model, likelihood: before };
}
