/** A provisional result says numbers of people as bands of five, from the smallest group up. */
const width = 5;

/** The lower end of the band in which a number of people is. */
export const bandOf = (people: number, minGroup: number): number =>
  minGroup + width * Math.floor((people - minGroup) / width);

/** The band that begins with a number of people: so many at least, and at most. */
export const bandFrom = (from: number): { readonly from: number; readonly to: number } => ({
  from,
  to: from + width - 1,
});
