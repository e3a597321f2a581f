/**
 * What may lie behind answers: each person is of one of `camps`, which shifts each item, and stands somewhere on each of
 * `traits` (normal, of variance 1), which tilt the items; the rest is noise, item by item. One camp with traits is a factor
 * model, where opinion is spread out; camps without traits are latent classes; both are one family, so that what is said
 * of people who were left out can be compared.
 */
export interface OpinionModel {
  readonly camps: number;
  readonly traits: number;
  /** Item by item: the shift of each camp, then the tilt of each trait, from the item's mean. */
  readonly slopes: Float64Array;
  /** The variance of each item's noise. */
  readonly noise: Float64Array;
  /** The share of each camp. */
  readonly shares: Float64Array;
}

/** How many numbers an item has in `slopes`. */
export const widthOf = ({ camps, traits }: Pick<OpinionModel, 'camps' | 'traits'>): number => camps + traits;
