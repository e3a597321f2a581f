import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '#catalogue/load.ts';
import { fold } from '#domain/conversation/fold.ts';
import { fromTables } from './catalogue/folder.ts';
import { listProblems, summary, worthALook } from './catalogue/report.ts';
import { starter, starterWords } from './catalogue/starter.ts';
import type { TableName, WorkbookTable } from './catalogue/table.ts';
import { toTables } from './catalogue/tables.ts';
import { readCsv, readWorkbook, writeWorkbook } from './catalogue/workbook.ts';
import { writeFolder } from './catalogue/write.ts';

const usage = `npm run catalogue -- check [dir]              everything that is wrong with a catalogue, or what it holds
npm run catalogue -- export out.xlsx [dir]    the catalogue as a workbook
npm run catalogue -- import in.xlsx dir       a workbook as a catalogue
npm run catalogue -- import sheet.csv dir     one sheet, into a catalogue that is there
npm run catalogue -- new dir                  a small commented catalogue to start from`;

const own = fileURLToPath(new URL('../../catalogue', import.meta.url));

/** `npm run catalogue`. Exit: 0, 1 when something is wrong with the content, 2 for a wrong use. */
async function catalogue([command, ...args]: readonly string[]): Promise<number> {
  const [first, second] = args;
  if (command === 'check') return check(first ?? own);
  if (command === 'export' && first !== undefined) return exportTo(first, second ?? own);
  if (command === 'import' && first !== undefined && second !== undefined) return importFrom(first, second);
  if (command === 'new' && first !== undefined) return makeNew(first);
  console.error(usage);
  return 2;
}

function check(dir: string): number {
  const loaded = loadCatalogue(dir);
  if ('problems' in loaded) return wrong(listProblems(loaded.problems));
  console.log(summary(loaded.catalogue));
  const looks = worthALook(loaded.catalogue);
  if (looks.length > 0)
    console.log(`\nAllowed, and worth a look:\n${looks.map((look) => `  ${look}`).join('\n')}`);
  return 0;
}

async function exportTo(out: string, dir: string): Promise<number> {
  const loaded = loadCatalogue(dir);
  if ('problems' in loaded) return wrong(listProblems(loaded.problems));
  await writeWorkbook(out, toTables(loaded.catalogue));
  console.log(
    `${out}: one sheet for each part. Ids tie the sheets together: change the texts freely, ids with care.`,
  );
  return 0;
}

async function importFrom(path: string, dir: string): Promise<number> {
  if (!existsSync(path)) return wrong(`${path} cannot be found.\n  → Check its name.`);
  const isCsv = /\.csv$/i.test(path);
  const read = await (isCsv ? readCsv(path) : readWorkbook(path)).catch(() => undefined);
  if (read === undefined)
    return wrong(`${path} cannot be read.\n  → Save it again as .xlsx, or one sheet as .csv.`);
  if ('misfits' in read)
    return wrong(read.misfits.map(({ message, remedy }) => `${message}\n  → ${remedy}`).join('\n'));
  const tables = isCsv ? merged(dir, read.tables) : read.tables;
  if (typeof tables === 'string') return wrong(tables);
  const draft = fromTables(tables);
  const written = writeFolder(draft, dir);
  if (written.outcome === 'refused') {
    const said = listProblems(written.problems, ({ file, place }) => draft.originOf(file, place));
    return wrong(`${said} Nothing was changed.`);
  }
  console.log(`${dir} is written, and everything in it is in order.`);
  if (written.before !== undefined)
    console.log(
      `What it was, comments included, is kept in ${written.before}: remove it once you no longer need it.`,
    );
  return 0;
}

/** One sheet in place of that of an existing catalogue. */
function merged(
  dir: string,
  fresh: ReadonlyMap<TableName, WorkbookTable>,
): ReadonlyMap<TableName, WorkbookTable> | string {
  const loaded = loadCatalogue(dir);
  if ('problems' in loaded)
    return `${dir} must be a catalogue in order before one sheet is put into it.\n${listProblems(loaded.problems)}`;
  return new Map([...byName(toTables(loaded.catalogue)), ...fresh]);
}

const byName = (tables: readonly WorkbookTable<TableName>[]) =>
  new Map(tables.map((table) => [table.name, table]));

function makeNew(dir: string): number {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    return wrong(`${dir} is not empty.\n  → Give the name of a folder that is not there yet.`);
  const loaded = loadCatalogue(own);
  if ('problems' in loaded) return wrong(listProblems(loaded.problems));
  const id = idFrom(basename(resolve(dir)));
  const { titles, comment } = starterWords();
  const tables = byName(toTables(starter(loaded.catalogue, id, titles)));
  const written = writeFolder(fromTables(tables), dir, comment);
  if (written.outcome === 'refused') return wrong(listProblems(written.problems));
  console.log(`${dir} holds a small catalogue, “${id}”: two domains, in French and English.

  npm run catalogue -- check ${dir}
  npm run catalogue -- export ${id}.xlsx ${dir}
  CATALOGUE_DIR=${dir} npm start`);
  return 0;
}

/** A folder's name as an id. */
function idFrom(name: string): string {
  const id = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return id.length < 2 ? 'catalogue' : id;
}

function wrong(said: string): number {
  console.error(said);
  return 1;
}

process.exitCode = await catalogue(process.argv.slice(2));
