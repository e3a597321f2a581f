import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createKeyMaker } from '#channels/keys.ts';
import { nobody } from '#channels/turns/in-world.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { noEntryCodes, withEntryCodes } from '#domain/records/entry-codes.ts';
import { openStore } from '#store/files/open.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { withFolder } from '#test/store/folders.ts';
import { turnTaker } from './taker.ts';

const keys = createKeyMaker('a secret of this test');
const [first, second] = ['KTM4P-7RTX2', 'HJKD9-3FCAE'] as const;
const consultation = newConsultation({ entry: 'codes' });
const tap = (value: object): Event => ({ kind: 'submit', value });
const type = (text: string): Event => ({ kind: 'text', text });
const agree = tap({ act: 'consent', agree: true });

type Do = (who: string, event: Event, minutes?: number) => Promise<readonly string[]>;

const told = (reply: Reply): string => (reply.label === 'notice' ? reply.about : reply.label);

/** A consultation with two codes. */
const withTwoCodes = (
  story: (act: Do, store: Awaited<ReturnType<typeof openStore>>, dir: string) => Promise<void>,
) =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const ids = [first, second].map((code) => keys.entryCode(consultation.id, code));
    await store.save('consultation', { ...consultation, version: 0 });
    await store.save('entry-codes', withEntryCodes(noEntryCodes(consultation.id), ids));
    let [clock, n] = [0, 0];
    const takeTurn = turnTaker(
      store,
      () => new Date(Date.parse('2026-11-23T10:00:00Z') + clock * 60_000).toISOString(),
      keys,
    );
    const act: Do = async (key, event, minutes = clock) => {
      clock = minutes;
      n += 1;
      const { replies } = await takeTurn({
        ...{ key, caller: 'somewhere', consultation, rights: nobody, activityId: `${n}`, event },
      });
      return replies.map(told);
    };
    await story(act, store, dir);
    await store.close();
  });

test('the code is asked for before the go-ahead, and whoever has none is told so kindly', () =>
  withTwoCodes(async (act, store) => {
    expect(await act('anna', { kind: 'joined' })).toEqual(['welcome', 'entry-code']);
    expect(await act('anna', type('bonjour'))).toEqual(['entry-code-unlike', 'entry-code']);
    expect(await act('anna', agree)).toEqual(['stale', 'entry-code']);
    expect(await act('anna', type('KTM4P-7RTX3'))).toEqual(['entry-code-refused', 'entry-code']);
    expect(await act('anna', tap({ act: 'entry-code', code: 'x' }))).toEqual([
      'entry-code-unlike',
      'entry-code',
    ]);
    expect(await act('anna', type('aide'))).toEqual(['help']);
    expect(await act('anna', type('c’est anonyme ?'))).toEqual(['asked', 'entry-code']);
    expect(await store.load('participant', 'anna')).toBeUndefined();
  }));

test('a code lets one person in, when they agree; another device finds it used, and looking does not use it up', () =>
  withTwoCodes(async (act, store) => {
    await act('anna', { kind: 'joined' });
    expect(await act('anna', type('ktm4p 7rtx2'))).toEqual(['entry-code-admitted', 'consent']);
    expect((await store.load('entry-codes', consultation.id))?.free).toHaveLength(2);
    // Two read at once with the same one: whoever agrees first is in.
    expect(await act('bob', tap({ act: 'entry-code', code: first }))).toEqual([
      'entry-code-admitted',
      'consent',
    ]);
    expect(await act('anna', agree)).toEqual(['profile']);
    expect((await store.load('entry-codes', consultation.id))?.free).toHaveLength(1);
    expect(await act('bob', agree)).toEqual(['entry-code-refused', 'entry-code']);
    expect(await act('bob', type(second))).toEqual(['entry-code-admitted', 'consent']);
    expect(await act('bob', agree)).toEqual(['profile']);
    // Whoever is in is asked for nothing more.
    expect(await act('anna', { kind: 'joined' })).toEqual(['welcome-back', 'profile']);
    expect(await act('anna', tap({ act: 'entry-code', code: second }))).toEqual(['stale', 'profile']);
  }));

test('nothing on the disk leads from a code to a person: no word of it stays, in no file, nor in the journal', () =>
  withTwoCodes(async (act, store, dir) => {
    const id = keys.entryCode(consultation.id, first);
    expect(await filesWith(dir, id)).not.toEqual([]);
    await act('anna', { kind: 'joined' });
    await act('anna', type(first));
    await act('anna', agree);
    expect(await filesWith(dir, id)).toEqual([]);
    expect(await filesWith(dir, first)).toEqual([]);
    const anna = await store.load('participant', 'anna');
    expect(JSON.stringify(anna)).not.toContain(keys.entryCode(consultation.id, second));
    // The journal begins anew with the person: what came just before is not in it.
    expect(await filesWith(dir, keys.entryCode(consultation.id, second), /journal/)).toEqual([]);
  }));

test('whoever tries many codes waits, and is told for how long', () =>
  withTwoCodes(async (act) => {
    const wrong = (n: number) => type(`KTM4P-7RT${'ACDEF'[n % 5]}${'ACDEFHJKM'[Math.floor(n / 5)]}`);
    for (let n = 0; n < 20; n++)
      expect(await act(`guest-${n}`, wrong(n))).toEqual(['entry-code-refused', 'entry-code']);
    expect(await act('anna', type(first))).toEqual(['entry-code-later', 'entry-code']);
    expect(await act('anna', type(first), 2)).toEqual(['entry-code-admitted', 'consent']);
  }));

/** Files of a folder that hold some words. */
async function filesWith(dir: string, words: string, name = /./): Promise<readonly string[]> {
  const all = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
  return texts.flatMap(([file, text]) => (name.test(file) && text.includes(words) ? [file] : []));
}
