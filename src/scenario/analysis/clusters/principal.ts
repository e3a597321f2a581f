import type { AnsweredCells } from './matrix.ts';

/** The two directions along which people differ most, of length 1 each: one number an item. */
export type Axes = readonly [Float64Array, Float64Array];

/** When to stop; axes that start near need few steps. */
const exact = { steps: 200, still: 1e-5 };
const near = { steps: 20, still: 1e-3 };

/**
 * The two principal components of some people's answers, by power iteration on both at once; each points where its largest
 * item is positive. `from`: axes known to be near, which saves most of the steps.
 */
export function principalAxes(answers: AnsweredCells, people: Int32Array, from?: Axes): Axes {
  const { columns } = answers;
  const table = covarianceOf(answers, people);
  const { steps, still } = from === undefined ? exact : near;
  let axes = from ?? uneven(columns);
  for (let step = 0; step < steps; step++) {
    const first = unit(times(table, axes[0]));
    const second = unit(apart(times(table, axes[1]), first));
    const moved = distance(first, axes[0]) + distance(second, axes[1]);
    axes = [first, second];
    if (moved < still) break;
  }
  return [pointed(axes[0]), pointed(axes[1])];
}

/** Where people stand on the axes: x, y of each in turn. */
export function project(answers: AnsweredCells, people: Int32Array, [first, second]: Axes): Float64Array {
  const { starts, items, values } = answers;
  const out = new Float64Array(2 * people.length);
  for (let i = 0; i < people.length; i++) {
    const person = people[i] ?? 0;
    const end = starts[person + 1] ?? 0;
    let x = 0;
    let y = 0;
    for (let at = starts[person] ?? 0; at < end; at++) {
      const item = items[at] ?? 0;
      const value = values[at] ?? 0;
      x += value * (first[item] ?? 0);
      y += value * (second[item] ?? 0);
    }
    out[2 * i] = x;
    out[2 * i + 1] = y;
  }
  return out;
}

/** Sums of products over the items that people answered, one row an item: costs what they answered, not the size of the matrix. */
function covarianceOf({ columns, starts, items, values }: AnsweredCells, people: Int32Array): Float64Array {
  const products = new Float64Array(columns * columns);
  for (const person of people) {
    const end = starts[person + 1] ?? 0;
    for (let a = starts[person] ?? 0; a < end; a++) {
      const row = (items[a] ?? 0) * columns;
      const value = values[a] ?? 0;
      for (let b = a; b < end; b++) {
        const at = row + (items[b] ?? 0);
        products[at] = (products[at] ?? 0) + value * (values[b] ?? 0);
      }
    }
  }
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < i; j++) products[i * columns + j] = products[j * columns + i] ?? 0;
  return products;
}

/** A start that leans towards no item and is at right angles to hardly anything. */
function uneven(size: number): Axes {
  const tilted = (prime: number) =>
    Float64Array.from({ length: size }, (_, j) => 1 + ((j * prime) % 101) / 101);
  return [tilted(7919), tilted(6133)];
}

function times(table: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const out = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (table[row + j] ?? 0) * (vector[j] ?? 0);
    out[i] = sum;
  }
  return out;
}

/** What is left of a vector when its part along an axis is taken away. */
function apart(vector: Float64Array, axis: Float64Array): Float64Array {
  let along = 0;
  for (let j = 0; j < vector.length; j++) along += (vector[j] ?? 0) * (axis[j] ?? 0);
  return vector.map((value, j) => value - along * (axis[j] ?? 0));
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length < 1e-12 ? new Float64Array(vector.length) : vector.map((value) => value / length);
}

const distance = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, j) => sum + Math.abs(value - (b[j] ?? 0)), 0);

function pointed(axis: Float64Array): Float64Array {
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-9 ? value : best), 0);
  return largest < 0 ? axis.map((value) => -value) : axis;
}
