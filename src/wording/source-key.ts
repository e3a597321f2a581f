import type { Source } from '#domain/catalogue/catalogue.ts';

/** The end of the phrases that say whose the idea of a trajectory is. */
export const sourceKey: Readonly<Record<Source, string>> = {
  'presentation-2015': '2015',
  trajectoires: 'ours',
  town: 'town',
  participant: 'person',
};
