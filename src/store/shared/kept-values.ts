import type { z } from 'zod';
import type { SharedMemory } from './shared-memory.ts';

/** Values of one kind that all nodes hold for a while, each under a name. */
export interface KeptValues<T> {
  keep(name: string, value: T): Promise<void>;
  /** Until its end. */
  read(name: string): Promise<T | undefined>;
  /** To the first who asks for it. */
  take(name: string): Promise<T | undefined>;
}

/** `forMs`: how long each is kept, in milliseconds. */
export function keptValues<T>(
  memory: Pick<SharedMemory, 'read' | 'change'>,
  kind: string,
  schema: z.ZodType<T>,
  forMs: number,
): KeptValues<T> {
  const valueIn = (text: string | undefined) =>
    text === undefined ? undefined : schema.parse(JSON.parse(text));
  return {
    async keep(name, value) {
      await memory.change(kind, name, forMs, () => JSON.stringify(value));
    },
    read: async (name) => valueIn(await memory.read(kind, name)),
    take: async (name) => valueIn(await memory.change(kind, name, 0, () => undefined)),
  };
}
