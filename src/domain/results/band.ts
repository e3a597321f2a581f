/** A provisional result says numbers of people as bands of five, from the smallest group up. */
const width = 5;

/** The lower end of the band in which a number of people is. */
export const bandOf = (people: number, minGroup: number): number =>
  minGroup + width * Math.floor((people - minGroup) / width);

/** The upper end of the band that begins with a number of people. */
export const bandEnd = (from: number): number => from + width - 1;
