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
}

/** Leaves out what is unseen, which is the same as taking the item's mean for it. */
export function answersOf({ rows, columns, values }: Matrix): AnsweredCells {
  const starts = new Int32Array(rows + 1);
  let seen = 0;
  for (let at = 0; at < values.length; at++) if (!Number.isNaN(values[at])) seen++;
  const items = new Int32Array(seen);
  const said = new Float64Array(seen);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) {
      const value = values[row * columns + j] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      items[at] = j;
      said[at] = value;
      at++;
    }
    starts[row + 1] = at;
  }
  centre(said, items, columns);
  return { columns, starts, items, values: said };
}

/** How many items a person answered. */
export const answeredBy = ({ starts }: AnsweredCells, person: number): number =>
  (starts[person + 1] ?? 0) - (starts[person] ?? 0);

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
