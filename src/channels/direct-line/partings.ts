import { z } from 'zod';
import { Device } from '#domain/participant/device.ts';
import { type SharedMemory, taken } from '#store/shared/shared-memory.ts';
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

const kind = 'parting';
/** Whoever comes back later than that, in milliseconds, is told where they are. */
const livesMs = 120_000;

export const createPartings = (memory: Pick<SharedMemory, 'change'>): Partings => ({
  async leave({ holder, parting }) {
    await memory.change(kind, holder.conversation, livesMs, () => JSON.stringify(parting));
  },
  async take(conversation) {
    const text = await taken(memory, kind, conversation);
    if (text === undefined) return undefined;
    const { epoch, last, locale, device } = Kept.parse(JSON.parse(text));
    return { epoch, last, locale, device, isParted: true };
  },
});
