/** A slide of 16 to 9, in inches: where its content begins, how wide it is and where it ends. */
export const inch = { height: 7.5, left: 0.7, width: 11.93, gap: 0.5, bottom: 6.25, foot: 6.95 } as const;
