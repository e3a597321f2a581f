import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { readKeys } from '#src/keys.ts';
import { databaseSide } from '#src/tools/move/database-side.ts';
import type { Moved } from '#src/tools/move/move-all.ts';
import { keysInFolder } from '#store/files/key-file.ts';
import { openStore } from '#store/files/open.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import { kept } from '#test/http/app/kept.ts';
import { begin, Person } from '#test/http/app/person.ts';
import { running } from '#test/http/app/running.ts';
import { refusal } from '#test/store/failures.ts';
import { withFolder } from '#test/store/folders.ts';
import { layOut } from '#test/store/former-folder.ts';
import { onPostgres } from '#test/store/postgres/suite.ts';
import { all } from '#test/store/steps.ts';
import { files, moved, town } from './moving.ts';

/** What the two sides hold, kind by kind, as it was read back. */
const sums = ({ compared }: Moved) => compared.map(({ kind, source, target }) => ({ kind, source, target }));

/** The command in a process of its own; `killedAt`: ended at the first line that says this. */
async function run(args: readonly string[], killedAt?: RegExp) {
  const command = ['--disable-warning=ExperimentalWarning', 'src/tools/move.ts', ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const over = once(child, 'close');
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`;
    if (killedAt?.test(line)) child.kill('SIGKILL');
  }
  const [code, signal] = await over;
  return { ended: code ?? signal, said };
}

onPostgres('an installation is moved', (server) => {
  const database = async () => (await server()).database();

  test('there and back, every record as it was, former forms in that of now, and the keys', async () => {
    await withFolder(async (dir) => {
      const [home, back] = [join(dir, 'home'), join(dir, 'back')];
      await mkdir(home);
      await layOut(home);
      await rm(join(home, 'quarantine'), { recursive: true });
      await town(home, 250);
      const url = await database();
      const there = await moved(files(home), databaseSide(url));
      expect(there).toMatchObject({ isDone: true });
      expect(there.compared.filter(({ source }) => source.count > 0).length).toBeGreaterThanOrEqual(18);
      const again = await moved(databaseSide(url), files(back));
      expect(again).toMatchObject({ isDone: true });
      expect(sums(again)).toEqual(sums(there));
      expect(sums(there).map(({ target }) => target)).toEqual(sums(there).map(({ source }) => source));
      const [first, last] = [await openStore(home), await openStore(back)];
      const ana = await last.load('participant', 'p0');
      expect(ana).toEqual(await first.load('participant', 'p0'));
      expect(ana).toMatchObject({ version: 2 });
      await Promise.all([first.close(), last.close()]);
      expect(await readKeys(keysInFolder(back), {}, async () => false)).toEqual(
        await readKeys(keysInFolder(home), {}, async () => false),
      );
    });
  });

  test('and the program that starts there knows everybody', async () => {
    await withFolder(async (dir) => {
      const [home, back] = [join(dir, 'home'), join(dir, 'back')];
      let program = await running(home);
      const { token, conversation } = await begin(program.url, 'mobility');
      const come = async () => {
        const one = new Person(program.url, token, conversation);
        await one.read();
        return one;
      };
      const { id, seed, profile, answers, startedAt } = await kept(await come());
      const before = { id, seed, profile, answers, startedAt };
      await program.stop();
      const url = await database();
      expect(await moved(files(home), databaseSide(url))).toMatchObject({ isDone: true });
      program = await running(join(dir, 'beside'), { DATABASE_URL: url, FACILITATOR_KEY: 'given'.repeat(8) });
      expect(await kept(await come())).toMatchObject(before);
      await program.stop();
      expect(await moved(databaseSide(url), files(back))).toMatchObject({ isDone: true });
      program = await running(back, { NEW_KEYS: 'no' });
      expect(await kept(await come())).toMatchObject(before);
      await program.stop();
    });
  }, 60_000);

  test('killed in the middle it goes on, whatever was erased or changed since; meanwhile nothing starts there', async () => {
    await withFolder(async (dir) => {
      const [home, back] = [await town(join(dir, 'home'), 1_000), join(dir, 'back')];
      const url = await database();
      const there = ['--from', home, '--to', url];
      expect(await run(there, /participant .* of 1,000/)).toMatchObject({ ended: 'SIGKILL' });
      expect((await refusal(openPostgres(url))).remedy).toContain('npm run move');
      // They are among the first, which are there already.
      const store = await openStore(home);
      await store.erase('participant', 'p10');
      await store.update('participant', 'p11', (one) => one && { ...one, tries: 7 });
      await store.close();
      const second = await run(there);
      expect(second).toMatchObject({ ended: 0, said: expect.stringContaining('Goes on') });
      expect(second.said).not.toContain('secret');
      const { store: moving } = await openPostgres(url);
      expect((await all(moving, 0)).length).toBe(999);
      expect(await moving.load('participant', 'p11')).toMatchObject({ tries: 7, version: 2 });
      await moving.close();

      const andBack = ['--from', url, '--to', back];
      expect(await run(andBack, /participant .* of 999/)).toMatchObject({ ended: 'SIGKILL' });
      expect((await refusal(openStore(back))).remedy).toContain('npm run move');
      const { store: before } = await openPostgres(url);
      await before.erase('participant', 'p20');
      await before.close();
      expect(await run(andBack)).toMatchObject({ ended: 0, said: expect.stringContaining('Goes on') });
      const end = await openStore(back);
      expect((await all(end, 0)).length).toBe(998);
      await end.close();
    });
  }, 120_000);
});

test.each([
  [[], '--from and --to'],
  [['--from', 'data'], '--from and --to'],
  [['--from', 'data', '--to', 'other'], 'one of the two is a folder'],
  [['--from', 'postgres://a/b', '--to', 'postgres://a/c'], 'one of the two is a folder'],
  [['--from', 'data', '--to', 'mysql://a/b'], 'postgres://user'],
  [['--from', 'data', '--to', 'postgres://a/b', '--fast'], '--fast'],
])('wrong words are told, with the right ones: %p', async (args, why) => {
  expect(await run(args)).toMatchObject({
    ended: 2,
    said: expect.stringMatching(new RegExp(`${why}[^]*npm run move`)),
  });
});
