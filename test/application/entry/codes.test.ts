import { expect, test } from '@jest/globals';
import { makeCodes } from '#application/entry/make-codes.ts';
import { revokeCodes } from '#application/entry/revoke-codes.ts';
import { accessTo } from '#application/entry/use-codes.ts';
import { entryCodeIn } from '#domain/entry/entry-code.ts';
import { countEntryCodes } from '#domain/records/entry-codes.ts';
import type { Store } from '#store/store.ts';
import { member, withApplication } from '../made.ts';

const facilitator = member('facilitator');
const code = 'decouverte';

async function counts(store: Store) {
  const kept = await store.load('entry-codes', code);
  return kept && countEntryCodes(kept);
}

test('codes are made by who may change the consultation, and told in clear once; what is kept are hashes', () =>
  withApplication(async (application) => {
    expect(await makeCodes(application, member('reader'), { code, n: 3 })).toEqual({ outcome: 'forbidden' });
    const made = await makeCodes(application, facilitator, { code, n: 30 });
    if (made.outcome !== 'done') throw new Error(made.outcome);
    expect(new Set(made.codes).size).toBe(30);
    expect(made.codes.map(entryCodeIn)).toEqual(made.codes);
    const kept = await application.store.load('entry-codes', code);
    expect(kept?.free).toEqual(made.codes.map((one) => `${code}/${one}`).sort());
    expect(await application.audit.read(code)).toMatchObject([{ action: 'codes-made', facts: { n: 30 } }]);
    expect(await makeCodes(application, facilitator, { code, n: 1_001 })).toEqual({
      ...{ outcome: 'too-many', most: 1_000 },
    });
  }));

test('of several who use one code at once, one is let in', () =>
  withApplication(async (application) => {
    const made = await makeCodes(application, facilitator, { code, n: 5 });
    if (made.outcome !== 'done') throw new Error(made.outcome);
    const keys = made.codes.map((one) => application.keyOfEntryCode(code, one));
    const { use, isFree } = accessTo(application.store);
    expect(await isFree(code, keys[0] ?? '')).toBe(true);
    const all = await Promise.all([...keys, ...keys, 'none'].map((key) => use(code, key)));
    expect(all.filter(Boolean)).toHaveLength(5);
    expect(await isFree(code, keys[0] ?? '')).toBe(false);
    expect(await use(code, keys[0] ?? '')).toBe(false);
    expect(await counts(application.store)).toEqual({ made: 5, used: 5, free: 0, revoked: 0 });
  }));

test('one that was lost is taken back as it is written, then all that wait; more are made', () =>
  withApplication(async (application) => {
    const made = await makeCodes(application, facilitator, { code, n: 4 });
    if (made.outcome !== 'done') throw new Error(made.outcome);
    const [lost = ''] = made.codes;
    const written = lost.toLowerCase().replace('-', ' ');
    expect(await revokeCodes(application, facilitator, { code, which: written })).toEqual({
      ...{ outcome: 'done', n: 1 },
    });
    expect(await revokeCodes(application, facilitator, { code, which: written })).toEqual({
      outcome: 'unknown',
    });
    expect(await accessTo(application.store).use(code, application.keyOfEntryCode(code, lost))).toBe(false);
    expect(await revokeCodes(application, facilitator, { code })).toEqual({ outcome: 'done', n: 3 });
    await makeCodes(application, facilitator, { code, n: 2 });
    expect(await counts(application.store)).toEqual({ made: 6, used: 0, free: 2, revoked: 4 });
    expect((await application.audit.read(code)).map(({ action }) => action)).toEqual([
      ...['codes-made', 'codes-revoked', 'codes-revoked', 'codes-made'],
    ]);
  }));
