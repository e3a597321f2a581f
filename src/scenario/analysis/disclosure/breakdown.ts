import { sum } from '../sum.ts';

/** People by category. */
export type Counts = Readonly<Record<string, number>>;
/** The same, `null` where the count may not be shown. */
export type PublicCounts = Record<string, number | null>;

/**
 * A breakdown of people of whom each stands in one category and whose number is known. The small counts are hidden with
 * the smallest of the others (all of those, if they are equal): the hidden counts could be dealt out among their categories
 * in any order and the same categories would be hidden. Too few others: the whole breakdown is hidden, zeros too.
 */
export function publishableParts(parts: Counts, minGroup: number): PublicCounts {
  const counts = Object.values(parts);
  if (!counts.some((count) => isSmall(count, minGroup))) return parts;
  const level = Math.min(...counts.filter((count) => count >= minGroup));
  return mapped(parts, (count) => (level === Infinity || (count > 0 && count <= level) ? null : count));
}

/** The same where some said none, out of so many people: they take part in the hiding, and are left out of what is shown. */
export function publishableSaid(parts: Counts, people: number, minGroup: number): PublicCounts {
  const said = sum(Object.values(parts));
  const { [unsaid]: _, ...shown } = publishableParts({ ...parts, [unsaid]: people - said }, minGroup);
  return shown;
}

const unsaid = '';

/** A breakdown of people of whom each may stand in several categories, so that there is no margin to subtract from. */
export function publishableMentions(mentions: Counts, minGroup: number): PublicCounts {
  return mapped(mentions, (count) => (isSmall(count, minGroup) ? null : count));
}

const isSmall = (count: number, minGroup: number) => count > 0 && count < minGroup;

function mapped(counts: Counts, shown: (count: number) => number | null): PublicCounts {
  return Object.fromEntries(Object.entries(counts).map(([id, count]) => [id, shown(count)]));
}
