import type { Domain } from '../catalogue/catalogue.ts';
import type { Consultation } from '../consultation/consultation.ts';

/** How many people have examined a trajectory, or have it on their list. */
export type Examined = (trajectory: string) => number;

/** What a person's list is drawn by, beside the person. */
export interface GroupNeed extends Pick<Consultation, 'minGroup' | 'expected'> {
  readonly examined: Examined;
}

/** Views that a trajectory needs for its interval to say something, whatever the smallest group. */
const tellingViews = 15;

/** The views that a trajectory is to have so that it has figures though some stop on the way or do not know. */
export const viewsWanted = (minGroup: number): number => 2 * minGroup;

/** The views that a draw aims at for each trajectory of a domain: no more than the people who are expected can give. */
export function viewsAimedAt(
  { trajectories }: Pick<Domain, 'trajectories'>,
  places: number,
  { minGroup, expected }: Pick<GroupNeed, 'minGroup' | 'expected'>,
): number {
  const aim = Math.max(viewsWanted(minGroup), tellingViews);
  return expected === undefined ? aim : Math.min(aim, (expected * places) / trajectories.length);
}

/**
 * Of trajectories in the order of their relevance to a person, those that the group needs to see most come first: the views that
 * each still lacks, weighted by its rank, from once for the least relevant to twice for the most. `tie` orders equals.
 */
export function byNeed(
  ids: readonly string[],
  aim: number,
  examined: Examined,
  tie: (id: string) => number,
): readonly { readonly id: string; readonly need: number }[] {
  return ids
    .map((id, rank) => ({ id, need: Math.max(0, aim - examined(id)) * (2 - rank / ids.length) }))
    .toSorted((a, b) => b.need - a.need || tie(a.id) - tie(b.id));
}
