import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Participant } from '#domain/participant/participant.ts';
import { openStore } from '#store/files/open.ts';
import type { Change, Store } from '#store/store.ts';
import { person } from './people.ts';

/** A closed store with three people in it. */
export async function three(dir: string): Promise<void> {
  const store = await openStore(dir);
  for (const id of ['ana', 'ben', 'cleo']) await save(store, person(id, `words of ${id}`));
  await store.close();
}

/** Saves a participant nobody else is saving. */
export async function save(store: Store, record: Participant): Promise<Participant> {
  const saved = await store.save('participant', record);
  if (saved.outcome === 'conflict') throw new Error(`conflict on ${record.id}`);
  return saved.record;
}

/** All changes of participants since a cursor. */
export async function all(store: Store, since: number): Promise<Change<'participant'>[]> {
  const found: Change<'participant'>[] = [];
  for await (const change of store.changes('participant', since)) found.push(change);
  return found;
}

/** Moves what a process left when it died in the middle of this one: its lock would speak of us. */
export async function inherit(from: string, to: string): Promise<string> {
  await rename(from, to);
  await rm(join(to, 'lock'), { force: true });
  return to;
}
