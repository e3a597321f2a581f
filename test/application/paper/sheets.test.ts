import { expect, test } from '@jest/globals';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { duplicateConsultation } from '#application/consultation/duplicate-consultation.ts';
import { changeSheet } from '#application/paper/change-sheet.ts';
import { enterSheet } from '#application/paper/enter-sheet.ts';
import { removeSheet } from '#application/paper/remove-sheet.ts';
import { takeSheets } from '#application/paper/take-sheets.ts';
import type { Application } from '#application/parts.ts';
import { erasePeople } from '#application/retention/erase-people.ts';
import type { Sheet } from '#domain/paper/sheet.ts';
import { member, memberOf, withApplication, written } from '../made.ts';

const facilitator = member('facilitator');
const code = 'decouverte';

const sheet = (number: number, stance: -2 | 2 = 2): Sheet => ({
  number,
  roles: ['retired'],
  stances: { 'mobility-avoided': stance },
  remarks: {},
});
const kept = ({ store }: Application, number: number) => store.load('participant', `paper-${code}-${number}`);

test('a sheet is entered, corrected and removed; each is written down with its number and nothing that it says', () =>
  withApplication(async (application) => {
    const enter = (one: Sheet) => enterSheet(application, facilitator, { code, sheet: one });
    expect(await enter(sheet(12))).toEqual({ outcome: 'done' });
    expect(await kept(application, 12)).toMatchObject({
      sheet: 12,
      ballots: { 'mobility-avoided': { stance: 2 } },
    });
    expect(await enter(sheet(12, -2))).toEqual({ outcome: 'there' });
    const change = (one: Sheet) => changeSheet(application, facilitator, { code, sheet: one });
    expect(await change(sheet(12))).toEqual({ outcome: 'unchanged' });
    expect(await change(sheet(12, -2))).toEqual({ outcome: 'done' });
    expect(await change(sheet(13))).toEqual({ outcome: 'missing' });
    expect((await kept(application, 12))?.ballots).toMatchObject({ 'mobility-avoided': { stance: -2 } });
    expect(await removeSheet(application, facilitator, { code, number: 12 })).toEqual({ outcome: 'done' });
    expect(await removeSheet(application, facilitator, { code, number: 12 })).toEqual({ outcome: 'missing' });
    expect(await kept(application, 12)).toBeUndefined();
    expect(await written(application)).toEqual([
      ['sheet-added', { sheet: 12 }],
      ['sheet-changed', { sheet: 12 }],
      ['sheet-removed', { sheet: 12 }],
    ]);
  }));

test('many at once, all or none; the same numbers again take the place of those of before', () =>
  withApplication(async (application) => {
    const take = (sheets: readonly Sheet[]) => takeSheets(application, facilitator, { code, sheets });
    const wrong = { ...sheet(2), roles: ['astronaut'] };
    expect(await take([sheet(1), wrong])).toMatchObject({
      outcome: 'invalid',
      problems: [{ sheet: 1, at: 'roles', code: 'unknown' }],
    });
    expect(await kept(application, 1)).toBeUndefined();
    expect(await take([sheet(1), sheet(2), sheet(3)])).toEqual({
      outcome: 'done',
      kept: { new: [1, 2, 3], changed: [], same: [] },
    });
    expect(await take([sheet(1), sheet(2, -2), sheet(7)])).toEqual({
      outcome: 'done',
      kept: { new: [7], changed: [2], same: [1] },
    });
    expect(await take([])).toEqual({ outcome: 'too-many', most: 2_000 });
    expect((await written(application)).at(-1)).toEqual([
      'sheets-taken',
      { n: 1, changed: 1, same: 1, sheets: '2, 7' },
    ]);
  }));

test('while people may answer, and no longer; a sheet may be erased after that as well', () =>
  withApplication(async (application) => {
    const { store } = application;
    await enterSheet(application, facilitator, { code, sheet: sheet(1) });
    await store.update('consultation', code, (its) => its && { ...its, closed: true });
    const one = { code, sheet: sheet(2) };
    expect(await enterSheet(application, facilitator, one)).toEqual({ outcome: 'unfit' });
    expect(await changeSheet(application, facilitator, { code, sheet: sheet(1, -2) })).toEqual({
      outcome: 'unfit',
    });
    expect(await takeSheets(application, facilitator, { code, sheets: [sheet(2)] })).toEqual({
      outcome: 'unfit',
    });
    expect(await removeSheet(application, facilitator, { code, number: 1 })).toEqual({ outcome: 'done' });
  }));

test('how sheets are counted is chosen until the first one is there', () =>
  withApplication(async (application) => {
    const set = (paper: 'with' | 'apart') =>
      changeSettings(application, facilitator, { code, settings: { paper } });
    expect(await set('apart')).toMatchObject({ outcome: 'done', consultation: { paper: 'apart' } });
    expect((await set('with')).outcome).toBe('done');
    expect((await application.store.load('consultation', code))?.paper).toBeUndefined();
    await enterSheet(application, facilitator, { code, sheet: sheet(1) });
    expect(await set('apart')).toMatchObject({
      outcome: 'invalid',
      problems: [{ setting: 'paper', code: 'sheets' }],
    });
  }));

test.each(['enter', 'change', 'remove', 'take'] as const)(
  'who only reads, or is elsewhere, may not %s',
  (what) =>
    withApplication(async (application) => {
      const actors = [member('reader'), memberOf({ elsewhere: 'owner' })];
      const outcomes = [];
      for (const actor of actors) {
        const act = {
          enter: () => enterSheet(application, actor, { code, sheet: sheet(1) }),
          change: () => changeSheet(application, actor, { code, sheet: sheet(1) }),
          remove: () => removeSheet(application, actor, { code, number: 1 }),
          take: () => takeSheets(application, actor, { code, sheets: [sheet(1)] }),
        };
        outcomes.push((await act[what]()).outcome);
      }
      expect(outcomes).toEqual(['forbidden', 'missing']);
      expect(await written(application)).toEqual([]);
    }),
);

test('a copy counts sheets in the same way, and may still choose otherwise: it has none', () =>
  withApplication(async (application) => {
    await changeSettings(application, facilitator, { code, settings: { paper: 'apart' } });
    await enterSheet(application, facilitator, { code, sheet: sheet(1) });
    const copied = await duplicateConsultation(application, facilitator, { code, title: (of) => of });
    if (copied.outcome !== 'done') throw new Error(copied.outcome);
    const { consultation: copy } = copied;
    expect([copy.paper, copy.paperSince]).toEqual(['apart', undefined]);
    const settings = { paper: 'with' as const };
    expect((await changeSettings(application, facilitator, { code: copy.id, settings })).outcome).toBe(
      'done',
    );
  }));

test('sheets go with all answers when these are erased', () =>
  withApplication(async (application) => {
    await takeSheets(application, facilitator, { code, sheets: [sheet(1), sheet(2)] });
    await erasePeople(application, code, new AbortController().signal);
    expect([await kept(application, 1), await kept(application, 2)]).toEqual([undefined, undefined]);
  }));
