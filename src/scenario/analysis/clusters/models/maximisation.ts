import type { AnsweredCells } from '../matrix.ts';
import { factorise, solve } from './cholesky.ts';
import type { Expectation } from './expectation.ts';
import { type OpinionModel, widthOf } from './model.ts';

/** As if each camp and trait had been seen once more on each item, to no effect: few answers promise little. */
const caution = 1;
/** As if each item had been answered so many times more, with the noise that is usual. */
const usual = 12;
/** What is usual, of the variance of all answers. */
const noisy = 0.9;

/** What is summed up over people, so that a model can be drawn that fits them better (the M-step). */
export interface Sufficient {
  add(person: number, expected: Pick<Expectation, 'chances' | 'standing' | 'unsure'>): void;
  model(): OpinionModel;
}

/** A ridge regression of each item on the camps and traits of the people who answered it. */
export function createSufficient(
  answers: AnsweredCells,
  shape: Pick<OpinionModel, 'camps' | 'traits'>,
): Sufficient {
  const { camps, traits } = shape;
  const { columns } = answers;
  const width = widthOf(shape);
  const squares = new Float64Array(columns * width * width);
  const products = new Float64Array(columns * width);
  const people = new Float64Array(camps);
  const moments = new Float64Array(width * width);
  const means = new Float64Array(width);
  return {
    add(person, expected) {
      momentsOf(expected, shape, moments, means);
      for (let camp = 0; camp < camps; camp++)
        people[camp] = (people[camp] ?? 0) + (expected.chances[camp] ?? 0);
      const end = answers.starts[person + 1] ?? 0;
      for (let at = answers.starts[person] ?? 0; at < end; at++) {
        const item = answers.items[at] ?? 0;
        const value = answers.values[at] ?? 0;
        const [table, row] = [item * width * width, item * width];
        for (let a = 0; a < width; a++) {
          products[row + a] = (products[row + a] ?? 0) + value * (means[a] ?? 0);
          // Nobody is of two camps.
          for (let b = a < camps ? a : 0; b <= a; b++) {
            const place = a * width + b;
            squares[table + place] = (squares[table + place] ?? 0) + (moments[place] ?? 0);
          }
        }
      }
    },
    model() {
      const total = people.reduce((sum, n) => sum + n, 0);
      const { slopes, noise } = regressed(answers, width, squares, products);
      return { camps, traits, slopes, noise, shares: people.map((n) => (n + 1) / (total + camps)) };
    },
  };
}

/** The expected products of a person's camps and traits with one another (lower half), and the camps and traits themselves. */
function momentsOf(
  { chances, standing, unsure }: Pick<Expectation, 'chances' | 'standing' | 'unsure'>,
  { camps, traits }: Pick<OpinionModel, 'camps' | 'traits'>,
  moments: Float64Array,
  means: Float64Array,
): void {
  const width = camps + traits;
  moments.fill(0);
  means.fill(0);
  for (let camp = 0; camp < camps; camp++) {
    const chance = chances[camp] ?? 0;
    moments[camp * width + camp] = chance;
    means[camp] = chance;
    for (let a = 0; a < traits; a++) {
      const here = chance * (standing[camp * traits + a] ?? 0);
      const row = (camps + a) * width;
      moments[row + camp] = here;
      means[camps + a] = (means[camps + a] ?? 0) + here;
      for (let b = 0; b <= a; b++) {
        const both = here * (standing[camp * traits + b] ?? 0) + chance * (unsure[a * traits + b] ?? 0);
        moments[row + camps + b] = (moments[row + camps + b] ?? 0) + both;
      }
    }
  }
}

function regressed(answers: AnsweredCells, width: number, squares: Float64Array, products: Float64Array) {
  const { columns, items, values } = answers;
  const slopes = new Float64Array(columns * width);
  const noise = new Float64Array(columns);
  const seen = new Float64Array(columns);
  let all = 0;
  for (let at = 0; at < items.length; at++) {
    const item = items[at] ?? 0;
    const squared = (values[at] ?? 0) ** 2;
    noise[item] = (noise[item] ?? 0) + squared;
    seen[item] = (seen[item] ?? 0) + 1;
    all += squared;
  }
  const expected = usual * noisy * Math.max(1e-4, all / Math.max(1, items.length));
  for (let item = 0; item < columns; item++) {
    const table = squares.slice(item * width * width, (item + 1) * width * width);
    const right = products.subarray(item * width, (item + 1) * width);
    const own = slopes.subarray(item * width, (item + 1) * width);
    own.set(right);
    for (let a = 0; a < width; a++) table[a * width + a] = (table[a * width + a] ?? 0) + caution;
    factorise(table, width);
    solve(table, own, width);
    // What is left unexplained, by the normal equations, where `caution` counts as explained nothing.
    let rest = noise[item] ?? 0;
    for (let a = 0; a < width; a++) rest -= (own[a] ?? 0) * ((right[a] ?? 0) + caution * (own[a] ?? 0));
    noise[item] = (Math.max(0, rest) + expected) / ((seen[item] ?? 0) + usual);
  }
  return { slopes, noise };
}
