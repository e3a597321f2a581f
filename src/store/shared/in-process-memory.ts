import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import type { SharedMemory } from './shared-memory.ts';

interface Held {
  readonly text: string;
  /** Milliseconds, by the clock. */
  readonly until: number;
}

/** Of each kind: what changed longest ago is forgotten first. */
const most = 10_000;

/** The memory of an installation with one node; a stop of the process forgets it. `now` is in milliseconds. */
export function createInProcessMemory(now: () => number = Date.now): SharedMemory {
  const kinds = new Map<string, Map<string, Held>>();
  const queue = new KeyedQueue();
  const heldIn = (kind: string) => {
    const its = kinds.get(kind) ?? new Map<string, Held>();
    kinds.set(kind, its);
    return its;
  };
  const read = (kind: string, name: string) => {
    const held = kinds.get(kind)?.get(name);
    return held !== undefined && now() < held.until ? held.text : undefined;
  };
  return {
    read: async (kind, name) => read(kind, name),
    async change(kind, name, forMs, next) {
      const before = read(kind, name);
      const text = next(before);
      const its = heldIn(kind);
      its.delete(name);
      if (text !== undefined) its.set(name, { text, until: now() + forMs });
      for (const oldest of its.keys()) {
        if (its.size <= most) break;
        its.delete(oldest);
      }
      return before;
    },
    exclusively: (name, work) => queue.run(name, work),
  };
}
