import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Participant } from '#domain/participant/participant.ts';
import { openStore } from '#store/files/open.ts';
import type { Store } from '#store/store.ts';
import { newPerson } from '../conversations/world.ts';

/** A real store in a folder of its own, and the way to be rid of it. */
export async function heldStore(): Promise<{ readonly store: Store; drop(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'trajectoires-held-'));
  const store = await openStore(dir);
  return {
    store,
    async drop() {
      await store.close();
      await rm(dir, { recursive: true });
    },
  };
}

const at = '2026-11-23T10:00:00.000Z';

/** Saves how somebody is now, whatever was there. */
export async function put(store: Store, id: string, change: Partial<Participant> = {}): Promise<void> {
  const before = await store.load('participant', id);
  const version = before?.version ?? 0;
  const saved = await store.save('participant', newPerson({ consent: { at }, ...change, id, version }));
  if (saved.outcome === 'conflict') throw new Error(`${id} was saved by somebody else`);
}
