import { randomBytes } from 'node:crypto';
import type { SharedMemory } from './shared-memory.ts';

/** Texts that are kept beside the records for a while: neither the program nor a backup can read them without their names. */
export interface SealedTexts {
  /** The name that opens it, which stands nowhere; nothing where it could not be kept. */
  keep(text: string): Promise<string | undefined>;
  /** What is kept under a name, until its end. */
  open(name: string): Promise<string | undefined>;
}

/** In the memory that all nodes share. `forMs`: how long each is kept, in milliseconds. */
export const createSharedTexts = (
  memory: Pick<SharedMemory, 'read' | 'change'>,
  { forMs }: { readonly forMs: number },
): SealedTexts => ({
  async keep(text) {
    const name = randomBytes(24).toString('base64url');
    try {
      await memory.change('kept form', name, forMs, () => text);
      return name;
    } catch {
      // What cannot be kept is not said to be.
      return undefined;
    }
  },
  open: (name) => memory.read('kept form', name),
});
