/**
 * Cross-impact balances (Weimer-Jehle, Technological Forecasting and Social Change 73, 2006). Descriptors are the
 * domains, variants the ways each may go; an impact says how a variant favours (+3) or hinders (-3) one of another
 * descriptor. Rows are sources; the table is square over all variants in order.
 */
export interface CrossImpactMatrix {
  readonly descriptors: readonly { readonly id: string; readonly variants: readonly string[] }[];
  readonly impacts: readonly (readonly number[])[];
}

/** A combination that holds together: no descriptor would rather be in another variant. */
export interface ConsistentScenario {
  /** In the order of the descriptors. */
  readonly variants: readonly string[];
  readonly totalImpact: number;
  /** How far the closest rival of a chosen variant is; 0: one would do as well. */
  readonly margin: number;
  /** How many starts lead here when every descriptor jumps to its best variant again and again. */
  readonly basin: number;
}

/** For each descriptor, what the chosen variants of the others say of each of its own. Throws RangeError on an unknown id. */
export function balances(
  matrix: CrossImpactMatrix,
  scenario: readonly string[],
): readonly (readonly number[])[] {
  return weigh(layOut(matrix), chosenIn(matrix, scenario));
}

/** How far the scenario is from holding together: the most that a descriptor would gain by another variant. 0: consistent. */
export function inconsistency(matrix: CrossImpactMatrix, scenario: readonly string[]): number {
  return worst(weigh(layOut(matrix), chosenIn(matrix, scenario)), chosenIn(matrix, scenario));
}

/** What the chosen variants say of one another, added up. */
export function totalImpact(matrix: CrossImpactMatrix, scenario: readonly string[]): number {
  return total(weigh(layOut(matrix), chosenIn(matrix, scenario)), chosenIn(matrix, scenario));
}

/** Every combination that holds together, by total impact. All are tried: the six domains have 729. */
export function consistentScenarios(matrix: CrossImpactMatrix): readonly ConsistentScenario[] {
  const layout = layOut(matrix);
  const all = combinations(layout.sizes);
  const weighed = all.map((choice) => weigh(layout, choice));
  const basins = arrivals(layout.sizes, all, weighed);
  return all
    .flatMap((choice, index) => {
      const balance = weighed[index] ?? [];
      if (worst(balance, choice) > 0) return [];
      return [
        {
          variants: choice.map((variant, j) => matrix.descriptors[j]?.variants[variant] ?? ''),
          totalImpact: total(balance, choice),
          margin: margin(balance, choice),
          basin: basins[index] ?? 0,
        },
      ];
    })
    .toSorted((a, b) => b.totalImpact - a.totalImpact);
}

/** Every combination that lacks at most so much of holding together, the most consistent first, then by total impact. */
export function scenariosWithin(matrix: CrossImpactMatrix, most: number): readonly Combination[] {
  const layout = layOut(matrix);
  return combinations(layout.sizes)
    .flatMap((choice) => {
      const balance = weigh(layout, choice);
      const lacking = worst(balance, choice);
      if (lacking > most) return [];
      const variants = choice.map((variant, j) => matrix.descriptors[j]?.variants[variant] ?? '');
      return [{ variants, inconsistency: lacking, totalImpact: total(balance, choice) }];
    })
    .toSorted((a, b) => a.inconsistency - b.inconsistency || b.totalImpact - a.totalImpact);
}

/** How much all descriptors together would gain, each by its best variant: 0 for a consistent scenario. */
export function conflict(matrix: CrossImpactMatrix, scenario: readonly string[]): number {
  const choice = chosenIn(matrix, scenario);
  return weigh(layOut(matrix), choice).reduce(
    (sum, row, j) => sum + Math.max(...row) - (row[choice[j] ?? 0] ?? 0),
    0,
  );
}

/** A combination, and how far it is from holding together. */
export interface Combination {
  readonly variants: readonly string[];
  readonly inconsistency: number;
  readonly totalImpact: number;
}

/** The place of each chosen variant in its descriptor. */
type Choice = readonly number[];
type Balance = readonly (readonly number[])[];

interface Layout {
  readonly impacts: CrossImpactMatrix['impacts'];
  readonly sizes: readonly number[];
  /** Where each descriptor's variants begin in the table. */
  readonly starts: readonly number[];
}

function layOut({ descriptors, impacts }: CrossImpactMatrix): Layout {
  const sizes = descriptors.map(({ variants }) => variants.length);
  return {
    impacts,
    sizes,
    starts: sizes.map((_, j) => sizes.slice(0, j).reduce((sum, size) => sum + size, 0)),
  };
}

function chosenIn({ descriptors }: CrossImpactMatrix, scenario: readonly string[]): Choice {
  if (scenario.length !== descriptors.length)
    throw new RangeError(
      `A scenario names one variant a descriptor: ${descriptors.length}, not ${scenario.length}.`,
    );
  return descriptors.map(({ id, variants }, j) => {
    const place = variants.indexOf(scenario[j] ?? '');
    if (place < 0) throw new RangeError(`“${scenario[j]}” is no variant of ${id}.`);
    return place;
  });
}

function weigh({ impacts, sizes, starts }: Layout, choice: Choice): Balance {
  return sizes.map((size, j) =>
    Array.from({ length: size }, (_, l) => {
      const column = (starts[j] ?? 0) + l;
      return choice.reduce(
        (sum, variant, i) => (i === j ? sum : sum + (impacts[(starts[i] ?? 0) + variant]?.[column] ?? 0)),
        0,
      );
    }),
  );
}

const worst = (balance: Balance, choice: Choice): number =>
  Math.max(0, ...balance.map((row, j) => Math.max(...row) - (row[choice[j] ?? 0] ?? 0)));

const total = (balance: Balance, choice: Choice): number =>
  balance.reduce((sum, row, j) => sum + (row[choice[j] ?? 0] ?? 0), 0);

const margin = (balance: Balance, choice: Choice): number =>
  Math.min(
    ...balance.map(
      (row, j) => (row[choice[j] ?? 0] ?? 0) - Math.max(...row.filter((_, l) => l !== choice[j])),
    ),
  );

/** Every choice; the last descriptor turns fastest. */
function combinations(sizes: readonly number[]): readonly Choice[] {
  return sizes.reduce<number[][]>(
    (begun, size) =>
      begun.flatMap((start) => Array.from({ length: size }, (_, variant) => [...start, variant])),
    [[]],
  );
}

/** How many starts end in each combination that stays as it is. Starts that turn in circles end nowhere. */
function arrivals(
  sizes: readonly number[],
  all: readonly Choice[],
  weighed: readonly Balance[],
): readonly number[] {
  const place = (choice: Choice) => choice.reduce((at, variant, j) => at * (sizes[j] ?? 1) + variant, 0);
  const next = all.map((choice, index) => place(jump(weighed[index] ?? [], choice)));
  const counts = all.map(() => 0);
  for (const start of all.keys()) {
    let at = start;
    for (let step = 0; step < all.length && next[at] !== at; step++) at = next[at] ?? at;
    if (next[at] === at) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Each descriptor in its best variant; a present one that is as good stays. */
function jump(balance: Balance, choice: Choice): Choice {
  return balance.map((row, j) => {
    const here = choice[j] ?? 0;
    const best = Math.max(...row);
    return row[here] === best ? here : row.indexOf(best);
  });
}
