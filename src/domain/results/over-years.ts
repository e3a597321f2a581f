import type { Figures } from './group-scenario.ts';

/** Results of several consultations beside each other, the earliest first: plain data, no wording. */
export interface OverYears {
  /** People with at least one ballot, in each. */
  readonly results: readonly { readonly code: string; readonly at: string; readonly n: number }[];
  /** Those that two results or more tell in the same words, in the order of the latest result. */
  readonly trajectories: readonly FollowedTrajectory[];
  /** With figures in two results or more, which were read in other words each time. */
  readonly reworded: readonly string[];
  /** With figures in one result alone. */
  readonly alone: readonly string[];
}

export interface FollowedTrajectory {
  readonly trajectory: string;
  /** One a result. */
  readonly cells: readonly YearCell[];
}

/** `reworded`: people read other words then, or nobody knows which; `few`: too few views to be shown; `absent`: it was not asked. */
export type YearCell =
  | { readonly state: 'known'; readonly figures: Figures; readonly change?: YearChange }
  | { readonly state: 'reworded' | 'few' | 'absent' };

/**
 * Support less support in the latest earlier result that tells it in the same words, -1..1, with the 95 % interval for independent
 * groups (`differenceOf` in `src/scenario/comparison.ts`). `apart`: the interval excludes 0; of twenty trajectories on which two groups think alike, some one will be so by chance.
 */
export interface YearChange {
  readonly low: number;
  readonly high: number;
  readonly value: number;
  /** The place of that earlier result. */
  readonly since: number;
  readonly apart: boolean;
}
