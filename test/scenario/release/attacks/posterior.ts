import type { Side } from './crowd.ts';

/** How likely what was seen is, if so many of those who came so far are against and for. */
type Likelihood = (against: number, wish: number) => number;

/** What was seen of a trajectory once so many people, whose views are unknown, had given theirs. */
export interface Sighting {
  readonly after: number;
  readonly likelihood: Likelihood;
}

export type Belief = Readonly<Record<Side, number>>;

/**
 * What a good statistician believes of each of so many people, who came one after the other, from all that was seen: Bayes' rule,
 * exactly, over all counts (forward and backward), where any opinion of the crowd was equally likely at first (Pólya's urn).
 */
export function beliefs(people: number, sightings: readonly Sighting[]): readonly Belief[] {
  const width = people + 1;
  const seen = (after: number) => sightings.filter((one) => one.after === after);
  const weigh = (cells: Float64Array, after: number) => {
    for (const { likelihood } of seen(after))
      eachCell(after, width, (at, against, wish) => {
        cells[at] = (cells[at] ?? 0) * likelihood(against, wish);
      });
    return scaled(cells);
  };
  const forward = [weigh(begun(width), 0)];
  for (let n = 0; n < people; n++) forward.push(weigh(step(forward[n], n, width), n + 1));
  let later = weigh(new Float64Array(width * width).fill(1), people);
  const all: Belief[] = [];
  for (let n = people - 1; n >= 0; n--) {
    const { belief, before } = back(forward[n], later, n, width);
    all.unshift(belief);
    later = weigh(before, n);
  }
  return all;
}

/** What is believed most. */
export const guessOf = (belief: Belief): Side => {
  const { against, neither, for: wish } = belief;
  if (wish >= against && wish >= neither) return 'for';
  return against >= neither ? 'against' : 'neither';
};

function begun(width: number): Float64Array {
  const cells = new Float64Array(width * width);
  cells[0] = 1;
  return cells;
}

/** One more person comes: the urn says what they are likely to think. */
function step(cells: Float64Array | undefined, n: number, width: number): Float64Array {
  const next = new Float64Array(width * width);
  eachCell(n, width, (at, against, wish) => {
    const mass = (cells?.[at] ?? 0) / (n + 3);
    next[at] = (next[at] ?? 0) + mass * (n - against - wish + 1);
    next[at + 1] = (next[at + 1] ?? 0) + mass * (wish + 1);
    next[at + width] = (next[at + width] ?? 0) + mass * (against + 1);
  });
  return next;
}

function back(cells: Float64Array | undefined, later: Float64Array, n: number, width: number) {
  const before = new Float64Array(width * width);
  const sums = { against: 0, neither: 0, for: 0 };
  eachCell(n, width, (at, against, wish) => {
    const mass = cells?.[at] ?? 0;
    const ways = {
      against: ((against + 1) / (n + 3)) * (later[at + width] ?? 0),
      neither: ((n - against - wish + 1) / (n + 3)) * (later[at] ?? 0),
      for: ((wish + 1) / (n + 3)) * (later[at + 1] ?? 0),
    };
    sums.against += mass * ways.against;
    sums.neither += mass * ways.neither;
    sums.for += mass * ways.for;
    before[at] = ways.against + ways.neither + ways.for;
  });
  const whole = sums.against + sums.neither + sums.for;
  if (!(whole > 0))
    throw new Error('What was seen cannot be: the attacker knows another rule than the program');
  return {
    before,
    belief: { against: sums.against / whole, neither: sums.neither / whole, for: sums.for / whole },
  };
}

function eachCell(
  n: number,
  width: number,
  at: (place: number, against: number, wish: number) => void,
): void {
  for (let against = 0; against <= n; against++)
    for (let wish = 0; wish + against <= n; wish++) at(against * width + wish, against, wish);
}

/** So that products of many chances stay numbers. */
function scaled(cells: Float64Array): Float64Array {
  const most = cells.reduce((max, cell) => Math.max(max, cell), 0);
  return most > 0 ? cells.map((cell) => cell / most) : cells;
}
