import type { Consultation } from '../consultation.ts';

/** The edition of the catalogue that its people read as they gave what the final result is made of. */
export const editionOf = ({ answeredOn, final, catalogue }: Held): string =>
  answeredOn !== undefined && answeredOn.at === final?.at ? answeredOn.edition : catalogue;

type Held = Pick<Consultation, 'answeredOn' | 'final' | 'catalogue'>;

/** A consultation carried over to another edition: on which one its final result was given stays known. */
export const carriedOver = (its: Consultation, edition: string): Consultation => ({
  ...its,
  catalogue: edition,
  ...(its.final && { answeredOn: { at: its.final.at, edition: editionOf(its) } }),
});
