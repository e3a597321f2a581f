import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { lookAtRetention } from '#application/retention/look-at-retention.ts';
import { type FilesStore, openStore } from '#store/files/open.ts';
import { bytesIn } from '#test/bytes-in.ts';
import { newConsultation, newPerson } from '#test/conversations/world.ts';
import { failing } from '#test/store/failures.ts';
import { documentOf, withFolder } from '#test/store/folders.ts';
import { watchedDisk } from '#test/store/watched-disk.ts';
import { withApplication } from './made.ts';

const over = newConsultation({ version: 0, closesAt: '2020-01-01T00:00:00.000Z' });

/** A folder with three people of a consultation whose time is over. */
async function filled(dir: string): Promise<void> {
  const store = await openStore(dir);
  await store.save('consultation', over);
  for (const id of ['ana', 'ben', 'cleo'])
    await store.save('participant', newPerson({ id, consultation: over.id }));
  await store.close();
}

/** Looks once; says what was told to the operator, and whether the erasure counts as done. */
async function look(store: FilesStore): Promise<{ told: string[]; isDone: boolean }> {
  const told: string[] = [];
  await withApplication(
    (application) =>
      lookAtRetention({
        ...{ application, stopping: new AbortController().signal },
        failed: (error) => told.push(String(error)),
      }),
    { store },
  );
  const its = await store.load('consultation', over.id);
  return { told, isDone: its?.erasure?.doneAt !== undefined };
}

test.each([
  ['since before the start', true],
  ['from now on', false],
])('a person who cannot be read %s is erased once they can, and until then it is not done', (_, isAtStart) =>
  withFolder(async (dir) => {
    await filled(dir);
    const path = await documentOf(dir, 'ben');
    let refused = isAtStart;
    const disk = watchedDisk(async (call, go) => {
      if (refused && call.name === 'read' && call.path === path) throw failing('EACCES');
      return go();
    });
    // Of what is damaged at its head, the place is not known either.
    if (isAtStart) await writeFile(path, 'x');
    const store = await openStore(dir, { disk, onProblem: () => {} });
    refused = true;
    for (let times = 0; times < 2; times++) {
      const { told, isDone } = await look(store);
      expect({ told: told.length, isDone }).toEqual({ told: 1, isDone: false });
      expect(told[0]).toContain(over.id);
    }
    expect(await bytesIn(dir, 'ana', 'cleo')).toEqual([]);
    if (isAtStart) await writeFile(path, documentOfBen());
    refused = false;
    expect(await look(store)).toEqual({ told: [], isDone: true });
    expect(await bytesIn(join(dir, 'participant'), 'ben')).toEqual([]);
    await store.close();
  }),
);

const documentOfBen = () =>
  JSON.stringify({ cursor: 3, record: newPerson({ id: 'ben', consultation: over.id, version: 1 }) });

test('what waits aside and tells of nobody keeps it from being done until somebody looked', () =>
  withFolder(async (dir) => {
    await filled(dir);
    const path = await documentOf(dir, 'ben');
    await rm(path);
    await mkdir(path);
    const store = await openStore(dir, { onProblem: () => {} });
    expect(await look(store)).toMatchObject({ isDone: false });
    await rm(join(dir, 'quarantine'), { recursive: true });
    expect(await look(store)).toEqual({ told: [], isDone: true });
    expect(await bytesIn(dir, 'ben')).toEqual([]);
    await store.close();
  }));

test('a folder that could not be looked through keeps it from being done until the next start', () =>
  withFolder(async (dir) => {
    await filled(dir);
    const shard = dirname(await documentOf(dir, 'ben'));
    const disk = watchedDisk(async (call, go) => {
      if (call.name === 'list' && call.path === shard) throw failing('EIO');
      return go();
    });
    const store = await openStore(dir, { disk, onProblem: () => {} });
    expect(await look(store)).toMatchObject({ isDone: false });
    await store.close();
    const later = await openStore(dir);
    expect(await look(later)).toEqual({ told: [], isDone: true });
    expect(await bytesIn(dir, 'ben')).toEqual([]);
    await later.close();
  }));
