/** A colour as office documents write it: without its sign. */
export const bare = (colour: string): string => colour.slice(1);
