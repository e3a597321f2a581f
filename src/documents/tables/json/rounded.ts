/** A figure with four digits after the point: finer than any group's size tells. */
export const rounded = (figure: number): number => Math.round(figure * 10_000) / 10_000;
