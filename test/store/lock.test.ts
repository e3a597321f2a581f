import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { openStore, StoreLocked } from '#store/files/open.ts';
import { withFolder } from './folders.ts';

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** A process that does nothing until it is killed. */
function idle(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  children.push(child);
  return child;
}

async function writeLock(dir: string, content: string): Promise<string> {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'lock'), content);
  return join(dir, 'lock');
}

test('a folder in use is refused with a remedy, and free after the owner closed', async () => {
  await withFolder(async (dir) => {
    const store = await openStore(dir);
    const refused = await openStore(dir).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreLocked);
    expect(refused).toMatchObject({
      message: expect.stringContaining(`process ${process.pid}`),
      remedy: expect.stringContaining(join(dir, 'lock')),
    });
    expect(JSON.parse(await readFile(join(dir, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    await store.close();
    await (await openStore(dir)).close();
  });
});

test('the lock of a living process is refused, the lock of a dead one taken over', async () => {
  await withFolder(async (dir) => {
    const owner = idle();
    await writeLock(dir, JSON.stringify({ pid: owner.pid }));
    await expect(openStore(dir)).rejects.toThrow(`process ${owner.pid}`);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    await (await openStore(dir)).close();
  });
});

test('a pid that another process has since been given does not hold the folder', async () => {
  await withFolder(async (dir) => {
    const { pid } = idle();
    await writeLock(dir, JSON.stringify({ pid, born: 'another boot 1' }));
    await (await openStore(dir)).close();
  });
});

test.each([{ pid: process.pid }, { pid: process.pid, born: 'an earlier boot 1' }])(
  'our own pid from an earlier boot does not hold the folder: %j',
  async (owner) => {
    await withFolder(async (dir) => {
      await writeLock(dir, JSON.stringify(owner));
      await (await openStore(dir)).close();
    });
  },
);

test('a lock that says nothing is a starting process while it is new, then a dead one', async () => {
  await withFolder(async (dir) => {
    const path = await writeLock(dir, '');
    await expect(openStore(dir)).rejects.toBeInstanceOf(StoreLocked);
    await utimes(path, 1, 1);
    await (await openStore(dir)).close();
  });
});

test('of several who find a dead lock, one opens', async () => {
  await withFolder(async (dir) => {
    await writeLock(dir, JSON.stringify({ pid: 2 ** 22 + 1 }));
    const opened = await Promise.allSettled([1, 2, 3, 4].map(() => openStore(dir)));
    const stores = opened.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
    for (const it of opened) if (it.status === 'rejected') expect(it.reason).toBeInstanceOf(StoreLocked);
    expect(stores).toHaveLength(1);
    await stores[0]?.close();
  });
});
