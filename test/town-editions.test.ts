import { afterEach, expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { compile } from '#documents/workbook/compile.ts';
import { sheetsOf } from '#documents/workbook/edit/sheets.ts';
import { byName, type TableName, type WorkbookTable } from '#documents/workbook/table.ts';
import { toTables } from '#documents/workbook/to-tables.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import { carryOverEditions } from '#src/application/start/carry-over-editions.ts';
import { takeUpTownEditions } from '#src/town-editions.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue, newConsultation } from './conversations/world.ts';
import { newFolder, removeFolder } from './http/app/running.ts';

/** The cells of one row of a sheet, with one column set. */
function edited(sheet: TableName, row: number, column: string, value: string) {
  const change = (table: WorkbookTable<TableName>) => ({
    ...table,
    rows: table.rows.map((cells, i) =>
      i === row ? cells.map((cell, j) => (table.header[j] === column ? value : cell)) : cells,
    ),
  });
  return byName(toTables(catalogue).map((table) => (table.name === sheet ? change(table) : table)));
}

/** A theme that no trajectory is tagged with: could be asked with, and is refused of whoever writes. */
const bare = () =>
  edited('domains', 0, 'themes', [...(catalogue.domains[0]?.themes ?? []), 'nowhere'].join(', '));
const broken = () => edited('trajectories', 0, 'orientation', '');

let dir = '';
afterEach(() => removeFolder(dir));

/** Starts on a store whose consultation is held on `held`, beside the town edition `bourg@1.0.0+aaaa` of these sheets. */
async function started(sheets: ReturnType<typeof bare>, held: string) {
  dir = await newFolder();
  const store = await openStore(dir);
  const catalogues = cataloguesOf([catalogue]);
  const loaded = loadPhrases('catalogue');
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  const id = 'bourg@1.0.0+aaaa';
  const at = '2026-11-20T10:00:00.000Z';
  await store.save('town-edition', {
    ...{ schema: 1, id, version: 0, at },
    consultation: 'bourg',
    sheets: sheetsOf(sheets),
  });
  await store.save('consultation', newConsultation({ id: 'bourg', version: 0, catalogue: held }));
  await takeUpTownEditions(store, catalogues, loaded.phrases);
  const orphans = await carryOverEditions(store, catalogues, () => undefined);
  const kept = await store.load('consultation', 'bourg');
  await store.close();
  return { catalogues, orphans, kept };
}

test('an edition that was accepted once is asked with, though what is written now is checked for more', async () => {
  const sheets = bare();
  expect(compile(sheets, catalogue.packs)).toHaveProperty('troubles');
  const { catalogues, orphans, kept } = await started(sheets, 'bourg@1.0.0+aaaa');
  expect(orphans).toEqual([]);
  expect(catalogues.of({ id: 'bourg', catalogue: kept?.catalogue ?? '' }).domains).toHaveLength(
    catalogue.domains.length,
  );
});

test('one that cannot be made is told with its cell and the way back, and the consultation stays as it was', async () => {
  const { orphans, kept } = await started(broken(), 'bourg@1.0.0+aaaa');
  expect(orphans).toMatchObject([
    {
      message: expect.stringMatching(/“bourg”.*Sheet “trajectories”, row 2, column/s),
      remedy: expect.stringContaining('release that ran before'),
    },
  ]);
  expect(kept?.catalogue).toBe('bourg@1.0.0+aaaa');
});

test('one that no consultation is held on any more keeps nobody from starting', async () => {
  const { orphans } = await started(broken(), catalogue.edition);
  expect(orphans).toEqual([]);
});
