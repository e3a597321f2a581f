import type { Part } from '../part.ts';
import { diskFaults } from './disk-faults.ts';
import { kills } from './kills.ts';

/** Kills, a stop and a backup under people who answer, and faults of the disk: nothing acknowledged is lost, nothing is doubled. */
export const crash: Part = async (torture) => {
  await kills(torture);
  await diskFaults(torture);
};
