import { z } from 'zod';
import { Device } from '#domain/participant/device.ts';
import { keptValues } from '#store/shared/kept-values.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { Conversation, Parted } from './conversation.ts';

/** Conversations of a node that stopped in order, until another one goes on with them. Nothing that was said is in it. */
export interface Partings {
  /** Leaves a conversation to whichever node is asked for it next. */
  leave(conversation: Conversation): Promise<void>;
  /** What a conversation goes on with, to the first who asks. */
  take(conversation: string): Promise<Parted | undefined>;
}

const Kept = z.object({
  epoch: z.string(),
  last: z.int(),
  locale: z.string().optional(),
  device: Device.exclude(['teams']).optional(),
});

/** Whoever comes back later than that, in milliseconds, is told where they are. */
const livesMs = 120_000;

export function createPartings(memory: Pick<SharedMemory, 'read' | 'change'>): Partings {
  const kept = keptValues(memory, 'parting', Kept, livesMs);
  return {
    leave: ({ holder, parting }) => kept.keep(holder.conversation, parting),
    async take(conversation) {
      const left = await kept.take(conversation);
      return (
        left && {
          epoch: left.epoch,
          last: left.last,
          locale: left.locale,
          device: left.device,
          isParted: true,
        }
      );
    },
  };
}
