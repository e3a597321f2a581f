/** A figure behind a sentence, to three digits after the point. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;
