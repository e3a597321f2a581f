/** What people said of items: row-major, one row a person, NaN where they said nothing. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** The matrix as it is computed on: the items that each person answered, in order, and their distance to the item's mean. */
export interface AnsweredCells {
  readonly columns: number;
  /** Where each person's answers start in `items` and `values`; one more than there are people. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
  readonly values: Float64Array;
  /** 1: the person said the same of everything they answered. */
  readonly uniform: Uint8Array;
}

/** The answers of some people, in their order; what is unseen is left out. */
export function answersOf({ columns, values }: Matrix, people: Int32Array): AnsweredCells {
  const starts = new Int32Array(people.length + 1);
  let seen = 0;
  for (const [i, row] of people.entries()) {
    for (let at = row * columns; at < (row + 1) * columns; at++) if (!Number.isNaN(values[at])) seen++;
    starts[i + 1] = seen;
  }
  const items = new Int32Array(seen);
  const said = new Float64Array(seen);
  let at = 0;
  for (const row of people) {
    for (let item = 0; item < columns; item++) {
      const value = values[row * columns + item] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      items[at] = item;
      said[at] = value;
      at++;
    }
  }
  const uniform = Uint8Array.from(people, (_, i) => {
    const own = said.subarray(starts[i], starts[i + 1]);
    return Number(own.every((value) => value === own[0]));
  });
  centre(said, items, columns);
  return { columns, starts, items, values: said, uniform };
}

export const peopleIn = ({ starts }: AnsweredCells): number => starts.length - 1;

/** How many items a person answered. */
export const answeredBy = ({ starts }: AnsweredCells, person: number): number =>
  (starts[person + 1] ?? 0) - (starts[person] ?? 0);

/** The answers of some of these people. */
export function answersAmong(answers: AnsweredCells, people: readonly number[]): AnsweredCells {
  const starts = new Int32Array(people.length + 1);
  for (const [i, person] of people.entries()) starts[i + 1] = (starts[i] ?? 0) + answeredBy(answers, person);
  const items = new Int32Array(starts[people.length] ?? 0);
  const values = new Float64Array(items.length);
  for (const [i, person] of people.entries()) {
    const [from, to] = [answers.starts[person] ?? 0, answers.starts[person + 1] ?? 0];
    items.set(answers.items.subarray(from, to), starts[i] ?? 0);
    values.set(answers.values.subarray(from, to), starts[i] ?? 0);
  }
  const uniform = Uint8Array.from(people, (person) => answers.uniform[person] ?? 0);
  return { columns: answers.columns, starts, items, values, uniform };
}

function centre(values: Float64Array, items: Int32Array, columns: number): void {
  const sums = new Float64Array(columns);
  const counts = new Float64Array(columns);
  for (let at = 0; at < items.length; at++) {
    const item = items[at] ?? 0;
    sums[item] = (sums[item] ?? 0) + (values[at] ?? 0);
    counts[item] = (counts[item] ?? 0) + 1;
  }
  for (let at = 0; at < items.length; at++) {
    const item = items[at] ?? 0;
    values[at] = (values[at] ?? 0) - (sums[item] ?? 0) / (counts[item] ?? 1);
  }
}
