import { expect, test } from '@jest/globals';
import type { Application } from '#application/parts.ts';
import { addWorkshopResult } from '#application/workshop/add-workshop-result.ts';
import { breakoutTablesOf } from '#application/workshop/breakout-tables.ts';
import { changeWorkshopResult } from '#application/workshop/change-workshop-result.ts';
import { fillTable, openTable, type TableFill } from '#application/workshop/fill-table.ts';
import { leadTable } from '#application/workshop/lead-table.ts';
import { openTables } from '#application/workshop/open-tables.ts';
import { workshopResultsOf } from '#application/workshop/workshop-results.ts';
import { BreakoutTable } from '#domain/results/breakout-table.ts';
import { catalogue, newConsultation } from '../../conversations/world.ts';
import { member, withApplication, written } from '../made.ts';

const code = newConsultation().id;
const lise = member('facilitator');
const [domain] = catalogue.domains;
const [first, second] = (domain?.trajectories ?? []).map(({ id }) => id);
const note = `note-${domain?.id}`;

const open = (application: Application, count = 1, who = lise) =>
  openTables(application, who, { code, count, domains: [], nameOf: (n) => `Table ${n}` });

async function opened(application: Application): Promise<string> {
  const outcome = await open(application);
  return outcome.outcome === 'done' ? (outcome.tables[0]?.id ?? '') : outcome.outcome;
}

/** What a phone writes into fields, whatever stands in the others. */
const writes =
  (application: Application, key: string) =>
  async (fields: Readonly<Record<string, string>>, device = 'anna', act: TableFill['act'] = 'save') => {
    const merge: TableFill['merge'] = (standing) => ({
      leaves: new Map([...standing, ...Object.entries(fields)]),
    });
    return (await fillTable(application, { key, device, act, merge })).outcome;
  };

const stands = async (application: Application, key: string, name: string) =>
  (await openTable(application, key))?.standing.get(name);

test('what a table writes is a workshop result as any other, saved as it goes, by one entry of the log', () =>
  withApplication(async (application) => {
    const key = await opened(application);
    const write = writes(application, key);
    expect(await write({ people: '6' }, 'anna', 'take')).toBe('done');
    expect(await workshopResultsOf(application.store, code)).toEqual([]);
    await write({ [`kept-${first}`]: `${first}`, [`horizon-${first}`]: 'under-5' });
    await write({ [`condition-${first}`]: 'Que ce soit simple' });
    await write({ [note]: 'Qui paie ?' }, 'anna', 'finish');
    const [result] = await workshopResultsOf(application.store, code);
    expect(result).toMatchObject({
      ...{ table: 'Table 1', people: 6, by: 'breakout-table' },
      domains: {
        [domain?.id ?? '']: {
          note: 'Qui paie ?',
          kept: { [`${first}`]: { horizon: 'under-5', condition: 'Que ce soit simple' } },
        },
      },
    });
    expect((await written(application)).map(([action]) => action)).toEqual([
      ...['tables-opened', 'table-added', 'table-done'],
    ]);
    const [table] = await breakoutTablesOf(application.store, code);
    expect(JSON.stringify(table)).not.toContain('anna');
  }));

test('words that are not whole yet wait, and keep nothing else from being saved', () =>
  withApplication(async (application) => {
    const key = await opened(application);
    const write = writes(application, key);
    await write({ people: '6', [`kept-${first}`]: `${first}`, 'helps-2': 'Les navettes' }, 'anna', 'take');
    expect(await write({ [`condition-${second}`]: 'Plus tard' })).toBe('done');
    const [half] = await workshopResultsOf(application.store, code);
    expect([half?.synergies, Object.keys(half?.domains[domain?.id ?? 'mobility']?.kept ?? {})]).toEqual([
      undefined,
      [first],
    ]);
    expect(await stands(application, key, 'helps-2')).toBe('Les navettes');
    expect(await stands(application, key, `condition-${second}`)).toBe('Plus tard');
    await write({ 'helped-2': 'Le marché', [`kept-${second}`]: `${second}` });
    const [whole] = await workshopResultsOf(application.store, code);
    expect(whole?.synergies).toEqual([{ helps: 'Les navettes', helped: 'Le marché' }]);
    expect(whole?.domains[domain?.id ?? 'mobility']?.kept[`${second}`]).toEqual({ condition: 'Plus tard' });
    // The line stays where it was written.
    expect(await stands(application, key, 'helps-2')).toBe('Les navettes');
    expect(await write({ people: '0' })).toBe('invalid');
    await write({ [`kept-${first}`]: '', [`kept-${second}`]: '', 'helps-2': '' });
    expect(await workshopResultsOf(application.store, code)).toEqual([]);
    expect(await stands(application, key, 'helped-2')).toBe('Le marché');
  }));

test('what waits is no longer than what is kept, and a choice from no list waits for nothing', () =>
  withApplication(async (application) => {
    const key = await opened(application);
    const write = writes(application, key);
    await write({ people: '6' }, 'anna', 'take');
    const long = await fillTable(application, {
      ...{ key, device: 'anna', act: 'save' },
      merge: (standing) => ({ leaves: new Map([...standing, [`condition-${first}`, 'x'.repeat(10_000)]]) }),
    });
    expect(long).toMatchObject({
      outcome: 'invalid',
      problems: [{ path: ['domains', domain?.id, 'kept', first, 'condition'], code: 'remark' }],
    });
    const forged = { [`orientation-${domain?.id}`]: 'o'.repeat(10_000), [`horizon-${first}`]: 'demain' };
    expect(await write(forged)).toBe('done');
    const [table] = await breakoutTablesOf(application.store, code);
    expect(BreakoutTable.safeParse(table).success).toBe(true);
    expect(table?.pending).toEqual({});
  }));

test('a table whose name somebody wrote down meanwhile is saved beside it', () =>
  withApplication(async (application) => {
    const key = await opened(application);
    const saying = {
      table: 'table 1',
      people: 4,
      domains: { [domain?.id ?? '']: { kept: {}, note: 'Papier' } },
    };
    await addWorkshopResult(application, lise, { code, saying });
    const write = writes(application, key);
    expect(await write({ people: '6', [note]: 'Qui paie ?' }, 'anna', 'take')).toBe('done');
    expect(await write({ [note]: 'Qui paie, et quand ?' })).toBe('done');
    const results = await workshopResultsOf(application.store, code);
    expect(results.map(({ table }) => table).toSorted()).toEqual(['Table 1 (2)', 'table 1']);
  }));

test('one phone writes, another takes its place only by saying so, and what the facilitator writes is met', () =>
  withApplication(async (application) => {
    const key = await opened(application);
    const write = writes(application, key);
    await write({ people: '6', [note]: 'Qui paie ?' }, 'anna', 'take');
    expect(await write({ [note]: 'Bob' }, 'bob')).toBe('other');
    expect(await stands(application, key, note)).toBe('Qui paie ?');
    expect(await write({}, 'bob', 'take')).toBe('done');
    expect(await write({ [note]: 'Anna' })).toBe('other');
    const [result] = await workshopResultsOf(application.store, code);
    await changeWorkshopResult(application, lise, {
      ...{ code, id: result?.id ?? '' },
      saying: { table: 'Table 1', people: 7, domains: { [domain?.id ?? '']: { kept: {}, note: 'Lise' } } },
    });
    expect(await stands(application, key, note)).toBe('Lise');
    const conflicts = [{ name: note, theirs: 'Lise', mine: 'Bob' }];
    const met = await fillTable(application, {
      key,
      device: 'bob',
      act: 'save',
      merge: () => ({ conflicts }),
    });
    expect(met).toEqual({ outcome: 'conflict', conflicts });
  }));

test('a closed table takes nothing and forgets which phone wrote; opened again, nothing is lost', () =>
  withApplication(async (application) => {
    const key = await opened(application);
    const write = writes(application, key);
    await write({ people: '6', [note]: 'Qui paie ?', 'helps-1': 'Les navettes' }, 'anna', 'take');
    const lead = (act: 'close' | 'reopen' | 'withdraw', who = lise) =>
      leadTable(application, who, { code, key, act });
    expect((await lead('close', member('reader'))).outcome).toBe('forbidden');
    expect([(await lead('close')).outcome, (await lead('close')).outcome]).toEqual(['done', 'unfit']);
    expect(await write({ [note]: 'Trop tard' })).toBe('closed');
    expect(await openTable(application, key)).toBeUndefined();
    expect((await application.store.load('breakout-table', key))?.writer).toBeUndefined();
    expect((await lead('reopen')).outcome).toBe('done');
    expect(await write({}, 'bob')).toBe('done');
    expect(await stands(application, key, 'helps-1')).toBe('Les navettes');
    expect((await lead('withdraw')).outcome).toBe('unfit');
  }));

test('tables are opened by whoever may, so many at once, under names that are free', () =>
  withApplication(async (application) => {
    expect((await open(application, 2, member('reader'))).outcome).toBe('forbidden');
    expect(await open(application, 0)).toEqual({ outcome: 'invalid', code: 'count' });
    expect(await open(application, 21)).toEqual({ outcome: 'invalid', code: 'count' });
    await open(application, 2);
    await open(application, 2);
    const tables = await breakoutTablesOf(application.store, code);
    expect(tables.map(({ name }) => name)).toEqual(['Table 1', 'Table 2', 'Table 3', 'Table 4']);
    expect(new Set(tables.map(({ id }) => id)).size).toBe(4);
    for (const { id } of tables) expect(id).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    const [table] = tables;
    expect(
      (await leadTable(application, lise, { code, key: table?.id ?? '', act: 'withdraw' })).outcome,
    ).toBe('done');
    await application.store.update(
      'consultation',
      code,
      (its) => its && { ...its, archivedAt: application.now() },
    );
    expect((await open(application)).outcome).toBe('unfit');
    expect(await openTable(application, tables[1]?.id ?? '')).toBeUndefined();
  }));
