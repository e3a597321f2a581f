import { type KeptValues, keptValues } from '#store/shared/kept-values.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import { Holder } from './token.ts';

/** Whose conversations they are that other sites opened with their secret, by conversation. */
export type Visitors = Pick<KeptValues<Holder>, 'keep' | 'read'>;

/** A conversation that a site takes up later than that, in milliseconds, is another one. */
const rememberedMs = 7 * 86_400_000;

export const createVisitors = (memory: Pick<SharedMemory, 'read' | 'change'>): Visitors =>
  keptValues(memory, 'visitor', Holder, rememberedMs);
