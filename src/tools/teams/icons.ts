import { readFileSync } from 'node:fs';

/** The two pictures of a Teams app, as PNG: 192 pixels a side in colour, 32 in white on nothing. */
export interface Icons {
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

export const readIcons = (): Icons => ({ color: icon('color'), outline: icon('outline') });

const icon = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../deployment/teams/${name}.png`, import.meta.url));
