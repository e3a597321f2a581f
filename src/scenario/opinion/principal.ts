import type { Answers } from './matrix.ts';

/** The two directions along which people differ most, of length 1 each: one number an item. */
export type Axes = readonly [Float64Array, Float64Array];

/** The two principal components of some people's answers, by power iteration; each points where its largest item is positive. */
export function principalAxes(answers: Answers, people: Int32Array): Axes {
  const covariance = covarianceOf(answers, people);
  const first = leading(covariance, answers.columns, []);
  return [first, leading(covariance, answers.columns, [first])];
}

/** Where one person stands on the axes: x, y. */
export function project({ items, values }: Answers, person: number, axes: Axes): [number, number] {
  const seen = items[person] ?? none;
  const said = values[person];
  let x = 0;
  let y = 0;
  for (let s = 0; s < seen.length; s++) {
    const j = seen[s] ?? 0;
    const value = said?.[s] ?? 0;
    x += value * (axes[0][j] ?? 0);
    y += value * (axes[1][j] ?? 0);
  }
  return [x, y];
}

const none = new Int32Array(0);

/** Sums of products over the items that people answered: costs what they answered, not the size of the table. */
function covarianceOf({ columns, items, values }: Answers, people: Int32Array): Float64Array {
  const products = new Float64Array(columns * columns);
  for (const person of people) {
    const seen = items[person] ?? none;
    const said = values[person];
    for (let a = 0; a < seen.length; a++) {
      const from = (seen[a] ?? 0) * columns;
      const value = said?.[a] ?? 0;
      for (let b = 0; b < seen.length; b++) {
        const at = from + (seen[b] ?? 0);
        products[at] = (products[at] ?? 0) + value * (said?.[b] ?? 0);
      }
    }
  }
  return products;
}

const steps = 300;

/** The leading direction of a symmetric table, at right angles to those already found. */
function leading(table: Float64Array, size: number, found: readonly Float64Array[]): Float64Array {
  let direction = unit(
    apart(
      Float64Array.from({ length: size }, (_, j) => 1 + ((j * 7919) % 101) / 101),
      found,
    ),
  );
  for (let step = 0; step < steps; step++) {
    const next = unit(apart(times(table, size, direction), found));
    const moved = next.reduce((sum, value, j) => sum + Math.abs(value - (direction[j] ?? 0)), 0);
    direction = next;
    if (moved < 1e-10) break;
  }
  const largest = direction.reduce(
    (best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best),
    0,
  );
  return largest < 0 ? direction.map((value) => -value) : direction;
}

function times(table: Float64Array, size: number, vector: Float64Array): Float64Array {
  const out = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (table[i * size + j] ?? 0) * (vector[j] ?? 0);
    out[i] = sum;
  }
  return out;
}

function apart(vector: Float64Array, found: readonly Float64Array[]): Float64Array {
  return found.reduce((left, axis) => {
    const along = left.reduce((sum, value, j) => sum + value * (axis[j] ?? 0), 0);
    return left.map((value, j) => value - along * (axis[j] ?? 0));
  }, vector);
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length < 1e-12 ? new Float64Array(vector.length) : vector.map((value) => value / length);
}
