import { criteria, horizons, stances } from '#domain/participant/ballot.ts';
import type { CountedBallot } from './contribution.ts';

/** Where the counts of one trajectory stand in its row: stances, then don't know, horizons, criteria, kept. */
export const places = {
  stances: 0,
  dontKnow: stances.length,
  horizons: stances.length + 1,
  benefits: stances.length + 1 + horizons.length,
  kept: stances.length + 1 + horizons.length + criteria.length,
  width: stances.length + 2 + horizons.length + criteria.length,
} as const;

/** Opinions: the stances, then don't know. */
export const opinions = places.dontKnow + 1;

const firm = horizons.length + 1;
/** None, each criterion, each two of them. */
const named: readonly (readonly number[])[] = [
  [],
  ...criteria.map((_, a) => [a]),
  ...criteria.flatMap((_, a) => criteria.flatMap((_, b) => (a < b ? [[a, b]] : []))),
];

/** How many ways of answering there are, no ballot among them. */
const ways = 1 + opinions * 2 * firm * named.length;

/** How many things may be known of before: nothing, or what the opinion was. */
const befores = 1 + opinions;

/**
 * A ballot as one small number, from 1 on (0: no ballot): one for each way of answering, then what was answered before a second
 * round, then whether an exact result of before lacks it, so that two bytes hold it. At most two criteria enter.
 */
export function pack({ stance, horizon, kept, benefits, first, late }: CountedBallot): number {
  const opinion = opinionAs(stance);
  const date = horizon === undefined || horizon === 'dont-know' ? 0 : 1 + horizons.indexOf(horizon);
  const why = benefits.slice(0, 2).map((criterion) => criteria.indexOf(criterion));
  const [a, b] = why.toSorted((one, other) => one - other);
  const pair = named.findIndex((its) => its[0] === a && its[1] === b);
  const now = 1 + opinion + opinions * (Number(kept) + 2 * (date + firm * pair));
  const before = (first === undefined ? 0 : 1 + opinionAs(first)) + (late ? befores : 0);
  return now + ways * before;
}

const opinionAs = (stance: CountedBallot['stance']): number =>
  stance === 'dont-know' ? places.dontKnow : stances.indexOf(stance);

/** The opinion of a packed ballot: 0 (the least wished) to 4, 5 for don't know; under 0 without a ballot. */
export const opinionOf = (packed: number): number => (packed === 0 ? -1 : ((packed % ways) - 1) % opinions);

/** The same of the opinion of before a second round; under 0 where it was not looked at again. */
export const firstOpinionOf = (packed: number): number => (Math.floor(packed / ways) % befores) - 1;

/** Whether an exact result of before lacks it. */
const isLate = (packed: number): boolean => Math.floor(packed / ways) >= befores;

/** The ballot as an exact result of before counted its opinion: none where it was not there, and as it was before a second look. */
export function asBefore(packed: number): number {
  if (isLate(packed)) return 0;
  const first = firstOpinionOf(packed);
  return first < 0 ? packed : packed - opinionOf(packed) + first;
}

/** The places that each packed ballot counts in. */
const entries = Array.from({ length: ways }, (_, packed) => {
  if (packed === 0) return [];
  const rest = Math.floor((packed - 1) / opinions);
  const date = Math.floor(rest / 2) % firm;
  const pair = Math.floor(rest / 2 / firm);
  return [
    places.stances + opinionOf(packed),
    ...(rest % 2 === 1 ? [places.kept] : []),
    ...(date > 0 ? [places.horizons + date - 1] : []),
    ...(named[pair] ?? []).map((criterion) => places.benefits + criterion),
  ];
});

/** Adds a packed ballot's counts (or takes them away: -1) to the row of its trajectory. */
export function count(row: Int32Array, packed: number, by: 1 | -1): void {
  for (const place of entries[packed % ways] ?? []) row[place] = (row[place] ?? 0) + by;
}
