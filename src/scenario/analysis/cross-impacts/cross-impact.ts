/**
 * Cross-impact balances (Weimer-Jehle, Technological Forecasting and Social Change 73, 2006). Descriptors are the
 * domains, variants the ways each may go; an impact says how a variant favours (+3) or hinders (-3) one of another
 * descriptor. Rows are sources; the table is square over all variants in order.
 */
export interface CrossImpactMatrix {
  readonly descriptors: readonly { readonly id: string; readonly variants: readonly string[] }[];
  readonly impacts: readonly (readonly number[])[];
}

/** How far the scenario is from holding together: the most that a descriptor would gain by another variant. 0: consistent. Throws RangeError on an unknown id. */
export function inconsistency(matrix: CrossImpactMatrix, scenario: readonly string[]): number {
  const choice = chosenIn(matrix, scenario);
  return worst(weigh(layOut(matrix), choice), choice);
}

/**
 * Every combination that lacks at most so much of holding together (0: those that do), the most consistent first, then by
 * total impact. All are tried: the six domains have 729.
 */
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
  /** In the order of the descriptors. */
  readonly variants: readonly string[];
  readonly inconsistency: number;
  /** What the chosen variants say of one another, added up. */
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

/** Every choice; the last descriptor turns fastest. */
function combinations(sizes: readonly number[]): readonly Choice[] {
  return sizes.reduce<number[][]>(
    (begun, size) =>
      begun.flatMap((start) => Array.from({ length: size }, (_, variant) => [...start, variant])),
    [[]],
  );
}
