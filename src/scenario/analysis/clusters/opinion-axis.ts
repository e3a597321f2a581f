import type { AnsweredCells } from './matrix.ts';
import { standingIn } from './models/fit.ts';
import type { OpinionModel } from './models/model.ts';

/** The direction along which people differ most. */
export interface OpinionAxis {
  /** The items wished for more at each end than at the other, the most telling first. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Where each person stands, in standard deviations; NaN: not placed. */
  readonly places: Float64Array;
}

/** What the only trait of a model is about, and where people stand on it. `order`: the row of each person. */
export function axisOf(
  model: OpinionModel,
  answers: AnsweredCells,
  placed: readonly number[],
  order: Int32Array,
): OpinionAxis {
  const tilts = Array.from({ length: answers.columns }, (_, item) => ({
    item,
    tilt: model.slopes[2 * item + 1] ?? 0,
  }));
  const { values } = standingIn(answers, model);
  const places = new Float64Array(order.length).fill(Number.NaN);
  for (const person of placed) places[order[person] ?? 0] = values[person] ?? 0;
  const ends = tilts.toSorted((a, b) => a.tilt - b.tilt);
  return {
    low: ends.filter(({ tilt }) => tilt < 0).map(({ item }) => item),
    high: ends
      .toReversed()
      .filter(({ tilt }) => tilt > 0)
      .map(({ item }) => item),
    places,
  };
}
