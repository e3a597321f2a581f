import { z } from 'zod';

/** A band of people, as programs read it. */
export const Band = z
  .strictObject({ from: z.int().min(0), to: z.int().min(0) })
  .meta({ title: 'Band', description: 'So many people at least, and at most.' });
type Band = z.infer<typeof Band>;

/** A provisional result says numbers of people as bands of five, from the smallest group up. */
const width = 5;

/** The lower end of the band in which a number of people is. */
export const bandOf = (people: number, minGroup: number): number =>
  minGroup + width * Math.floor((people - minGroup) / width);

/** The band that begins with a number of people: so many at least, and at most. */
export const bandFrom = (from: number): Band => ({
  from,
  to: from + width - 1,
});
