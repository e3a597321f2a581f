import { createHmac, type KeyObject } from 'node:crypto';
import type { Consultation } from '#domain/consultation/consultation.ts';

/** By how many people more than the least the next provisional result waits: 0 to the smallest group, drawn anew after each. */
export type ReleaseBit = (its: Pick<Consultation, 'id' | 'minGroup'>, after: string | undefined) => number;

/**
 * Drawn with a key that leaves the program nowhere: the same after a restart, and known to nobody, so that the moment of a new
 * result does not tell whose contribution it waited for.
 */
export const createReleaseBit =
  (key: KeyObject): ReleaseBit =>
  ({ id, minGroup }, after) =>
    createHmac('sha256', key)
      .update(JSON.stringify([id, after ?? '']))
      .digest()
      .readUInt32BE() %
    (minGroup + 1);
