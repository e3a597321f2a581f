/**
 * How many people have to differ between two exact counts of nearly the same people: their difference tells what those people said
 * together. The smallest group would do if they were strangers; where all but one are puppets it would tell what that one said. Of
 * three times as many, two thirds are others, and what they said together tells of one of them little more than the count itself.
 */
export const enoughApart = (minGroup: number): number => 3 * minGroup;
