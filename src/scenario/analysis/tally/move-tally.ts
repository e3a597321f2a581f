import { find } from './people.ts';
import { profileOf, replaceEntry, type Tally } from './tally.ts';

/**
 * Takes everybody of a tally into an empty one over other trajectories: what they gave on those that both have counts on. Pure but for `to`,
 * which is given back.
 */
export function moveTally(from: Tally, to: Tally): Tally {
  const places = to.trajectories.map(({ id }) => from.indexOf.get(id));
  for (const id of from.people.slots.keys()) {
    const entry = find(from.people, id);
    if (entry === undefined) continue;
    const { roles = [], territory } = from.profiles.all[entry.profile] ?? {};
    const ballots = Uint16Array.from(places, (place) =>
      place === undefined ? 0 : (entry.ballots[place] ?? 0),
    );
    if (ballots.every((ballot) => ballot === 0)) continue;
    replaceEntry(to, id, { castAt: entry.castAt, profile: profileOf(to, roles, territory), ballots });
  }
  for (const id of from.paper) to.paper.add(id);
  return to;
}
