import { minGroups } from '#domain/consultation/consultation.ts';
import type { PartOf, Parts } from '#domain/results/part-of.ts';
import type { Wording } from '../wording.ts';

/** People by category, as they are told: the small categories together, without their names. */
export interface ToldParts {
  /** Nearly all first, then the largest. */
  readonly shown: readonly {
    readonly id: string;
    readonly title: string;
    readonly part: Exclude<PartOf, 'few'>;
  }[];
  /** How many categories there are of fewer than five people. */
  readonly few: number;
}

/** What is told of categories by their titles; one that nobody is in is left out. */
export function toldParts(parts: Parts, titles: Readonly<Record<string, string>>): ToldParts {
  const all = Object.entries(parts);
  const shown = all.flatMap(([id, part]) =>
    part === 'few' || part === 0 ? [] : [{ id, title: titles[id] ?? id, part }],
  );
  return {
    shown: shown.toSorted((a, b) => sizeOf(b.part) - sizeOf(a.part)),
    few: all.filter(([, part]) => part === 'few').length,
  };
}

/** Rows of a table: a category and how many people, the small ones in one row; `count` says a number of people. */
export function partRows(
  { shown, few }: ToldParts,
  count: (people: number) => string,
  wording: Wording,
): readonly (readonly [title: string, people: string])[] {
  const rows = shown.map(({ title, part }) => [title, partText(part, count, wording)] as const);
  if (few === 0) return rows;
  const others = wording.say('participation.part.others', { n: few, all: shown.length === 0 ? 'yes' : 'no' });
  return [...rows, [others, partText('few', count, wording)]];
}

/** People of a category among all, in words. */
export const partText = (part: PartOf, count: (people: number) => string, { say }: Wording): string =>
  typeof part === 'number'
    ? count(part)
    : say(`participation.part.${part}`, { least: minGroups.facilitator });

const sizeOf = (part: Exclude<PartOf, 'few'>) => (part === 'nearly-all' ? Number.POSITIVE_INFINITY : part);
