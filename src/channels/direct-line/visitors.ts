import type { SharedMemory } from '#store/shared/shared-memory.ts';
import { Holder } from './token.ts';

/** Whose conversations they are that other sites opened with their secret. */
export interface Visitors {
  remember(holder: Holder): Promise<void>;
  /** As long as it is remembered. */
  of(conversation: string): Promise<Holder | undefined>;
}

const kind = 'visitor';
/** A conversation that a site takes up later than that, in milliseconds, is another one. */
const rememberedMs = 7 * 86_400_000;

export const createVisitors = (memory: Pick<SharedMemory, 'read' | 'change'>): Visitors => ({
  async remember(holder) {
    await memory.change(kind, holder.conversation, rememberedMs, () => JSON.stringify(holder));
  },
  async of(conversation) {
    const text = await memory.read(kind, conversation);
    return text === undefined ? undefined : Holder.parse(JSON.parse(text));
  },
});
