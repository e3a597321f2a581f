import type { AnsweredCells } from '../matrix.ts';
import { factorise, solve } from './cholesky.ts';
import { type OpinionModel, widthOf } from './model.ts';

/** What a model makes of one person. The same arrays serve the next person. */
export interface Expectation {
  /** The logarithm of the chance that somebody is of this camp and answers so, camp by camp. */
  readonly joint: Float64Array;
  /** How likely the person is of each camp. */
  readonly chances: Float64Array;
  /** Where the person would stand on each trait, camp by camp. */
  readonly standing: Float64Array;
  /** How unsure that is: a covariance, the same for every camp. */
  readonly unsure: Float64Array;
  /** The logarithm of the chance that somebody answers so. */
  readonly likelihood: number;
}

/** Reads people by a model, from the items that they answered alone (the E-step of Ghahramani and Hinton 1996, with items unseen). */
export function expecting(model: OpinionModel): (answers: AnsweredCells, person: number) => Expectation {
  const { camps, traits, noise, shares } = model;
  const weights = noise.map((variance) => 1 / variance);
  const constants = noise.map((variance) => -Math.log(2 * Math.PI * variance) / 2);
  const logShares = shares.map(Math.log);
  const precision = new Float64Array(traits * traits);
  const misfit = new Float64Array(camps);
  const pull = new Float64Array(camps * traits);
  const joint = new Float64Array(camps);
  const chances = new Float64Array(camps);
  const standing = new Float64Array(camps * traits);
  const unsure = new Float64Array(traits * traits);

  return (answers, person) => {
    const base = gather(model, answers, person, { weights, constants, precision, misfit, pull });
    const spread = factorise(precision, traits);
    standing.set(pull);
    for (let camp = 0; camp < camps; camp++) {
      const [from, to] = [camp * traits, (camp + 1) * traits];
      solve(precision, standing.subarray(from, to), traits);
      let fit = base + (logShares[camp] ?? 0) - (misfit[camp] ?? 0) / 2 - spread / 2;
      for (let at = from; at < to; at++) fit += ((standing[at] ?? 0) * (pull[at] ?? 0)) / 2;
      joint[camp] = fit;
    }
    invert(precision, unsure, traits);
    return { joint, chances, standing, unsure, likelihood: normalise(joint, chances) };
  };
}

interface Sums {
  readonly weights: Float64Array;
  readonly constants: Float64Array;
  readonly precision: Float64Array;
  readonly misfit: Float64Array;
  readonly pull: Float64Array;
}

/** Sums over a person's answers; returns the part of the likelihood that is the same for every camp. */
function gather(model: OpinionModel, answers: AnsweredCells, person: number, sums: Sums): number {
  const { camps, traits, slopes } = model;
  const { weights, constants, precision, misfit, pull } = sums;
  const width = widthOf(model);
  precision.fill(0);
  misfit.fill(0);
  pull.fill(0);
  for (let trait = 0; trait < traits; trait++) precision[trait * traits + trait] = 1;
  let base = 0;
  const end = answers.starts[person + 1] ?? 0;
  for (let at = answers.starts[person] ?? 0; at < end; at++) {
    const item = answers.items[at] ?? 0;
    const value = answers.values[at] ?? 0;
    const weight = weights[item] ?? 0;
    const first = item * width;
    base += constants[item] ?? 0;
    for (let a = 0; a < traits; a++) {
      const tilt = (slopes[first + camps + a] ?? 0) * weight;
      for (let b = 0; b <= a; b++)
        precision[a * traits + b] =
          (precision[a * traits + b] ?? 0) + tilt * (slopes[first + camps + b] ?? 0);
    }
    for (let camp = 0; camp < camps; camp++) {
      const rest = value - (slopes[first + camp] ?? 0);
      misfit[camp] = (misfit[camp] ?? 0) + rest * rest * weight;
      for (let a = 0; a < traits; a++) {
        const place = camp * traits + a;
        pull[place] = (pull[place] ?? 0) + rest * weight * (slopes[first + camps + a] ?? 0);
      }
    }
  }
  return base;
}

function invert(factor: Float64Array, into: Float64Array, size: number): void {
  into.fill(0);
  for (let i = 0; i < size; i++) {
    const column = into.subarray(i * size, (i + 1) * size);
    column[i] = 1;
    solve(factor, column, size);
  }
}

/** Chances that add up to 1; returns the logarithm of what they were divided by. */
function normalise(joint: Float64Array, chances: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const one of joint) most = Math.max(most, one);
  let total = 0;
  for (let camp = 0; camp < joint.length; camp++) {
    const chance = Math.exp((joint[camp] ?? 0) - most);
    chances[camp] = chance;
    total += chance;
  }
  for (let camp = 0; camp < joint.length; camp++) chances[camp] = (chances[camp] ?? 0) / total;
  return most + Math.log(total);
}
