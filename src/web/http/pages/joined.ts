import type { Html } from './html.ts';

/** Pieces of markup one after the other. */
export const joined = (pieces: readonly Html[], between = ''): Html => ({
  html: pieces.map(({ html }) => html).join(between),
});
