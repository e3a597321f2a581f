import { type AnsweredCells, answeredBy, peopleIn } from './matrix.ts';
import { principalAxes, project } from './principal.ts';

/**
 * Where everyone stands on the two axes along which the people of a sample differ most, row by row. Somebody who said
 * little would stay near the middle: the map stretches them outwards (by the square root of items over answers).
 */
export function positionsOf(answers: AnsweredCells, sample: AnsweredCells, order: Int32Array): Float64Array {
  const everyone = Int32Array.from(order.keys());
  const axes = principalAxes(
    sample,
    Int32Array.from({ length: peopleIn(sample) }, (_, person) => person),
  );
  const where = project(answers, everyone, axes);
  const positions = new Float64Array(where.length);
  for (const person of everyone) {
    const said = answeredBy(answers, person);
    const stretch = said === 0 ? 0 : Math.sqrt(answers.columns / said);
    const row = order[person] ?? 0;
    positions[2 * row] = (where[2 * person] ?? 0) * stretch;
    positions[2 * row + 1] = (where[2 * person + 1] ?? 0) * stretch;
  }
  return positions;
}
