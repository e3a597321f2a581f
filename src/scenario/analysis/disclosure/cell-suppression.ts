import type { CrossTabulationBlock, CrossTabulationRow } from '#domain/results/cross-tabulation.ts';
import { sum } from '../sum.ts';

/** People against, neither, for, and who don't know. */
export type Opinions = CrossTabulationBlock['whole'];

/** How the people of each category (those who said none too) answered, beside the whole group. */
export interface SuppressedTable {
  readonly whole: Opinions;
  readonly rows: ReadonlyMap<string, Opinions>;
  readonly membership: Membership;
}

/** How many categories a person may be in; `apart`: one or none as far as the counts tell, `several`: some have more. */
export type Membership = 'one' | 'apart' | 'several';

/** That of people who may have several categories: rows that add up to more than there are must share some. */
export function membershipIn(whole: Opinions, rows: Iterable<Opinions>): Membership {
  const people = [...rows].reduce((all, row) => all + sum(row), 0);
  return people > sum(whole) ? 'several' : 'apart';
}

/**
 * The rows that may be shown beside the whole group's counts, which everybody knows: from them and the rows that are
 * shown anyone computes what the other rows hold together. There are three layers, each a table of its own, for no sum
 * links them: for and other stances; those others told apart; don't know. In a layer a row is shown
 * - when each of its counts is 0 or at least `minGroup`, and in the first layer their sum is at least twice that less one: a row
 *   of one mind then has that many people beside as many puppets as there may be, who would else read the only one beside them,
 * - and the counts that all rows not shown hold together are so too: else the smallest shown rows are hidden as well
 *   (all of those, if they are equal), and again, until it holds or nothing is shown; so too where the number of other
 *   stances alone would tell a small count of people against or neither.
 * So no small count is shown, nor is a sum of hidden rows that is small; a hidden row never stands alone with a small count.
 * Where a person may have several categories, each row's complement is known too and held to the same rule. The sum of rows
 * is known there as long as nobody has several; once they share people, nobody can tell how many, and it says nothing.
 */
export function suppressCells(
  { whole, rows, membership }: SuppressedTable,
  minGroup: number,
): Map<string, CrossTabulationRow | null> {
  const shown = (of: typeof rows, layer: Layer) => {
    const all = layers[layer](whole);
    const counts = new Map([...of].map(([id, its]) => [id, layers[layer](its)]));
    const rule = { minGroup, least: layer === 'support' ? 2 * minGroup - 1 : 0 };
    const few = candidates(counts, all, membership !== 'one', rule);
    return membership === 'several' ? few : withoutSmallRest(few, all, rule);
  };
  const among = (ids: Counts) => new Map([...rows].filter(([id]) => ids.has(id)));
  const divided = (of: typeof rows) => new Map([...of].filter(([, row]) => others(row) > 0));
  let first = among(shown(rows, 'support'));
  let sides = shown(divided(first), 'sides');
  while (first.size > 0 && tellsFew({ whole, rows: first, membership }, sides, minGroup)) {
    first = among(shown(withoutSmallest(first), 'support'));
    sides = shown(divided(first), 'sides');
  }
  const dontKnow = shown(first, 'dontKnow');
  return new Map(
    [...rows].map(([id, row]) => [
      id,
      first.has(id) ? rowOf(row, others(row) === 0 || sides.has(id), dontKnow.has(id)) : null,
    ]),
  );
}

function rowOf(row: Opinions, sides: boolean, unknown: boolean): CrossTabulationRow {
  const [against, neither, wish, dontKnow] = row;
  return {
    for: wish,
    others: others(row),
    against: sides ? against : null,
    neither: sides ? neither : null,
    dontKnow: unknown ? dontKnow : null,
  };
}

const others = ([against, neither]: Opinions) => against + neither;

/** What each layer tells of a row. */
export const layers = {
  support: (row: Opinions) => [row[2], others(row)],
  sides: ([against, neither]: Opinions) => [against, neither],
  dontKnow: ([, , , unknown]: Opinions) => [unknown],
} as const;
export type Layer = keyof typeof layers;

/** What is left of a whole once rows are taken away. */
export const restOf = (whole: readonly number[], rows: Iterable<readonly number[]>): readonly number[] =>
  [...rows].reduce((left, row) => left.map((count, c) => count - (row[c] ?? 0)), whole);

/** How many people a count holds at least, and all counts of a layer together, unless they are nobody. */
interface Rule {
  readonly minGroup: number;
  readonly least: number;
}

const tellsOfFew = (counts: readonly number[], { minGroup, least }: Rule) =>
  hasSmall(counts, minGroup) || (sum(counts) > 0 && sum(counts) < least);

type Counts = ReadonlyMap<string, readonly number[]>;

function candidates(rows: Counts, whole: readonly number[], complements: boolean, rule: Rule): Counts {
  return new Map(
    [...rows].filter(
      ([, row]) =>
        sum(row) >= rule.least &&
        !tellsOfFew(row, rule) &&
        !(complements && tellsOfFew(restOf(whole, [row]), rule)),
    ),
  );
}

function withoutSmallRest(rows: Counts, whole: readonly number[], rule: Rule): Counts {
  let shown = rows;
  while (shown.size > 0 && tellsOfFew(restOf(whole, shown.values()), rule)) {
    shown = withoutSmallest(shown);
  }
  return shown;
}

function withoutSmallest<Row extends readonly number[]>(rows: ReadonlyMap<string, Row>): Map<string, Row> {
  const smallest = Math.min(...[...rows.values()].map(sum));
  return new Map([...rows].filter(([, row]) => sum(row) > smallest));
}

/**
 * Whether small counts of people against or neither follow from how many gave other stances: in rows that do not tell the
 * two apart, and in what all hidden rows hold together (or, of each row alone, in its complement).
 */
function tellsFew({ whole, rows, membership }: SuppressedTable, sides: Counts, minGroup: number): boolean {
  const untold = [...rows].filter(([id]) => !sides.has(id)).map(([, row]) => row);
  const [against = 0, neither = 0] = restOf(layers.sides(whole), sides.values());
  const alone = ([atMost, rest]: readonly [number, number], count: number) => {
    const [low, high] = [Math.max(0, count - rest), Math.min(count, atMost)];
    return low === high && hasSmall([low, count - low], minGroup);
  };
  if (membership === 'several') {
    const columns = [whole[0], whole[1]] as const;
    return untold.some((row) => [others(row), others(whole) - others(row)].some((n) => alone(columns, n)));
  }
  const left = against + neither - untold.reduce((all, row) => all + others(row), 0);
  return [...untold.map(others), left].some((count) => alone([against, neither], count));
}

const hasSmall = (counts: readonly number[], minGroup: number) =>
  counts.some((count) => count > 0 && count < minGroup);
