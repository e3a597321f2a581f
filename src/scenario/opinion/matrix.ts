/** What people said of items: row-major, one row a person, NaN where they said nothing. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** The matrix as it is computed on: for each person the items they answered, and their distance to the item's mean. */
export interface Answers {
  readonly columns: number;
  readonly items: readonly Int32Array[];
  readonly values: readonly Float64Array[];
}

/** Leaves out what is unseen, which is the same as taking the item's mean for it. */
export function answersOf({ rows, columns, values }: Matrix): Answers {
  const means = meansOf({ rows, columns, values });
  const items: Int32Array[] = [];
  const centred: Float64Array[] = [];
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    const seen: number[] = [];
    for (let j = 0; j < columns; j++) if (!Number.isNaN(values[from + j])) seen.push(j);
    items.push(Int32Array.from(seen));
    centred.push(Float64Array.from(seen, (j) => (values[from + j] ?? 0) - (means[j] ?? 0)));
  }
  return { columns, items, values: centred };
}

function meansOf({ rows, columns, values }: Matrix): Float64Array {
  const sums = new Float64Array(columns);
  const counts = new Float64Array(columns);
  for (let at = 0; at < rows * columns; at++) {
    const value = values[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const j = at % columns;
    sums[j] = (sums[j] ?? 0) + value;
    counts[j] = (counts[j] ?? 0) + 1;
  }
  return sums.map((sum, j) => (counts[j] === 0 ? 0 : sum / (counts[j] ?? 1)));
}
