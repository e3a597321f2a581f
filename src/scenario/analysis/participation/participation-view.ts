import type { ParticipationView } from '#domain/results/participation-view.ts';
import { publishableMentions, publishableParts, publishableSaid } from '../disclosure/breakdown.ts';
import { quartilesOf } from '../quartiles.ts';
import { sum } from '../sum.ts';
import { longestMinutes, type ParticipationCounts } from './participation-counts.ts';

/**
 * How a consultation goes, with nothing from 1 to `least` - 1 people but the number of starts. Whatever divides all who
 * started (domains, ends, items, kinds of territory) is hidden as such a division, those outside it included, for the
 * number of starts is known; a sum is shown where its parts, or all the others, are.
 */
export function participationView(state: ParticipationCounts, least: number): ParticipationView {
  const starts = state.people.size;
  const ends = finished(state, starts, least);
  return {
    starts,
    finished: ends,
    domains: [...state.domains].map(([domain, counts]) => {
      const shown = publishableParts({ ...counts }, least);
      return { domain, begun: without(starts, shown.untouched), done: shown.done ?? null };
    }),
    roles: publishableMentions(Object.fromEntries(state.roles), least),
    territories: publishableSaid(Object.fromEntries(state.territories), starts, least),
    days: daysOf(state.days, least),
    items: state.items.map(({ item, domain, people: counts }) => {
      const unreached = starts - sum(Object.values(counts));
      const shown = publishableParts({ ...counts, unreached }, least);
      return {
        item,
        domain,
        reached: without(starts, shown.unreached),
        answered: shown.answered ?? null,
        skipped: shown.skipped ?? null,
        dontKnow: shown['dont-know'] ?? null,
        stopped: shown.stopped ?? null,
      };
    }),
    minutes: minutesOf(state.minutes, ends.one !== null, least),
    unclear: unclearOf(state, least),
  };
}

function finished(
  { ends }: ParticipationCounts,
  starts: number,
  least: number,
): ParticipationView['finished'] {
  const { none, one, begun, all } = publishableParts({ ...ends }, least);
  return {
    one: without(starts, none),
    begun: together(begun, all) ?? without(starts, together(none, one)),
    all: all ?? null,
  };
}

type Shown = number | null | undefined;

const without = (whole: number, part: Shown) => (part === null || part === undefined ? null : whole - part);

const together = (one: Shown, other: Shown) =>
  one === null || one === undefined || other === null || other === undefined ? null : one + other;

/**
 * Days in order, each taken together with those after it until at least so many people came; the last few with those before
 * them. Fewer people than that in all: no day.
 */
function daysOf(days: ParticipationCounts['days'], least: number): ParticipationView['days'] {
  const spans: ParticipationView['days'] = [];
  let open: ParticipationView['days'][number] | undefined;
  for (const [day, n] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    open = { from: open?.from ?? day, to: day, n: (open?.n ?? 0) + n };
    if (open.n < least) continue;
    spans.push(open);
    open = undefined;
  }
  const last = spans.pop();
  if (last === undefined) return [];
  return [...spans, open === undefined ? last : { from: last.from, to: open.to, n: last.n + open.n }];
}

/** The first minute at which a quarter, half and three quarters are reached; of how many, only where that may be known. */
function minutesOf(minutes: Int32Array, told: boolean, least: number): ParticipationView['minutes'] {
  const quartiles = quartilesOf([...minutes]);
  if (quartiles === undefined || quartiles.n < least) return null;
  return { ...quartiles, n: told ? quartiles.n : null, atMost: longestMinutes };
}

/** From those that most people met; those that too few met, whose order would tell, by name. */
function unclearOf({ unclear }: ParticipationCounts, least: number): ParticipationView['unclear'] {
  return [...unclear]
    .map(([item, { people, replies }]) =>
      people < least ? { item, people: null, replies: null } : { item, people, replies },
    )
    .sort((a, b) => (b.people ?? 0) - (a.people ?? 0) || (a.item < b.item ? -1 : 1));
}
