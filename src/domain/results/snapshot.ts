import { z } from 'zod';
import { GroupScenario } from './group-scenario.ts';

/** The longest name of a snapshot, in characters. */
export const longestLabel = 80;

/** A released result kept as it was, to be compared with others. */
export const Snapshot = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  /** The consultation's code. */
  consultation: z.string().min(1),
  /** When the result was released. */
  at: z.iso.datetime(),
  /** What the facilitator calls it. */
  label: z.string().min(1).max(longestLabel).optional(),
  scenario: GroupScenario,
});
export type Snapshot = z.infer<typeof Snapshot>;
