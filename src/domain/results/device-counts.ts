import { z } from 'zod';
import { devices } from '../participant/device.ts';

/** On what people began; `other`: on something else, or it is not known. */
export const deviceKinds = [...devices, 'other'] as const;

const Count = z.int().min(0);

/** People by what they began on: exact, for it tells nothing of what they think or who they are. */
export const DeviceCounts = z.strictObject({
  phone: Count,
  computer: Count,
  teams: Count,
  other: Count,
  /** Paper sheets; counts of before there were any hold none. */
  paper: Count.default(0),
});
export type DeviceCounts = z.infer<typeof DeviceCounts>;
