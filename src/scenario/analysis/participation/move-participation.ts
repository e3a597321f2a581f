import { hold, type ParticipationCounts } from './participation-counts.ts';

/**
 * Takes everybody into empty counts over other questions and trajectories: how far they went in what both have. What is new is new to them
 * until they come back. Pure but for `to`, which is given back.
 */
export function moveParticipation(from: ParticipationCounts, to: ParticipationCounts): ParticipationCounts {
  const places = new Map(from.items.map(({ item }, i) => [item, i]));
  const domains = [...from.domains.keys()];
  for (const [id, held] of from.people) {
    const letterOf = (letters: string, at: number | undefined, none: string) =>
      at === undefined || at < 0 ? none : (letters[at] ?? none);
    const marks = to.items.map(({ item }) => letterOf(held.marks, places.get(item), '-')).join('');
    const states = [...to.domains.keys()]
      .map((one) => letterOf(held.states, domains.indexOf(one), 'u'))
      .join('');
    hold(to, id, { ...held, marks, states });
  }
  return to;
}
