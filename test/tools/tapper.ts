import { type Persona, persona } from '#src/tools/simulate/persona.ts';

const { leavesAt: _, ...steady } = persona(7, 1);

/** Someone who taps, and goes to the end. */
export const tapper: Persona = {
  ...steady,
  types: 0,
  mumbles: 0,
  wanders: 0,
  declinesProfile: false,
  looksAtGroup: false,
};
