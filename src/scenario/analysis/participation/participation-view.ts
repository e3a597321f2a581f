import { partsOf } from '#domain/results/part-of.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import { quartilesOf } from '../quartiles.ts';
import { sum } from '../sum.ts';
import { longestMinutes, type ParticipationCounts } from './participation-counts.ts';

/** How a consultation goes, exactly, but for who people are: fewer than `least` of a category are not told. */
export function participationView(
  state: ParticipationCounts,
  least: number,
): Omit<ParticipationView, 'took'> {
  const starts = state.people.size;
  const { one, begun, all } = state.ends;
  return {
    starts,
    finished: { one: one + begun + all, begun: begun + all, all },
    domains: [...state.domains].map(([domain, its]) => ({
      domain,
      begun: its.begun + its.done,
      done: its.done,
    })),
    roles: partsOf(state.roles, starts, least),
    territories: partsOf(state.territories, starts, least),
    devices: { ...state.devices },
    days: [...state.days].map(([day, n]) => ({ day, n })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    items: state.items.map(({ item, domain, people }) => ({
      ...{ item, domain, reached: sum(Object.values(people)) },
      answered: people.answered + people['dont-know'],
      skipped: people.skipped,
      stopped: people.stopped,
    })),
    minutes: minutesOf(state.minutes),
    unclear: unclearOf(state),
  };
}

/** The first minute at which a quarter, half and three quarters are reached. */
function minutesOf(minutes: Int32Array): ParticipationView['minutes'] {
  const quartiles = quartilesOf([...minutes]);
  return quartiles === undefined ? null : { ...quartiles, atMost: longestMinutes };
}

/** From those that most people met. */
function unclearOf({ unclear }: ParticipationCounts): ParticipationView['unclear'] {
  return [...unclear]
    .map(([item, its]) => ({ item, ...its }))
    .sort((a, b) => b.people - a.people || (a.item < b.item ? -1 : 1));
}
