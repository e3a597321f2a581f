import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '#catalogue/load.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { sayMisfit } from '#documents/workbook/at-cell.ts';
import { checkKeys } from '#documents/workbook/check-keys.ts';
import { fromTables } from '#documents/workbook/from-tables.ts';
import type { Misfit } from '#documents/workbook/misfit.ts';
import { readTables } from '#documents/workbook/read-tables.ts';
import { byName, isWhole, type Tables } from '#documents/workbook/table.ts';
import { toTables } from '#documents/workbook/to-tables.ts';
import { writeWorkbook } from '#documents/workbook/write-workbook.ts';
import { defaultLanguage } from '#domain/catalogue/language.ts';
import { fold } from '#domain/conversation/fold.ts';
import { listProblems, summary, worthALook } from './catalogue/report.ts';
import { starter, starterWords } from './catalogue/starter.ts';
import { told } from './catalogue/told.ts';
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
  const spoken = existsSync(resolve(dir, defaultLanguage, 'interface')) ? loadPhrases(dir) : { problems: [] };
  const wording = 'problems' in spoken ? spoken.problems : [];
  if ('problems' in loaded) return wrong(listProblems([...loaded.problems, ...wording]));
  if (wording.length > 0) return wrong(listProblems(wording));
  console.log([summary(loaded.catalogue), ...told(dir, loaded.catalogue.packs)].join('\n'));
  const looks = worthALook(loaded.catalogue);
  if (looks.length > 0)
    console.log(`\nAllowed, and worth a look:\n${looks.map((look) => `  ${look}`).join('\n')}`);
  return 0;
}

async function exportTo(out: string, dir: string): Promise<number> {
  const loaded = loadCatalogue(dir);
  if ('problems' in loaded) return wrong(listProblems(loaded.problems));
  writeFileSync(out, await writeWorkbook(toTables(loaded.catalogue)));
  console.log(
    `${out}: one sheet for each part. Ids tie the sheets together: change the texts freely, ids with care.`,
  );
  return 0;
}

async function importFrom(path: string, dir: string): Promise<number> {
  if (!existsSync(path)) return wrong(`${path} cannot be found.\n  → Check its name.`);
  const read = await readTables(await readFile(path));
  if ('misfits' in read) return misfit(path, read.misfits);
  const tables = isWhole(read.tables) ? read.tables : merged(dir, read.tables);
  if (typeof tables === 'string') return wrong(tables);
  const misfits = checkKeys(tables);
  if (misfits.length > 0) return misfit(path, misfits);
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

/** What is wrong with a file, in the language of whoever runs the command. */
function misfit(path: string, misfits: readonly Misfit[]): number {
  const spoken = loadPhrases(own);
  if ('problems' in spoken) return wrong(listProblems(spoken.problems));
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const say = spoken.phrases.say(/^fr/.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en');
  return wrong([`${path}:`, ...misfits.map((one) => sayMisfit(one, say))].join('\n  → '));
}

/** One sheet in place of that of an existing catalogue. */
function merged(dir: string, fresh: Tables): Tables | string {
  const loaded = loadCatalogue(dir);
  if ('problems' in loaded)
    return `${dir} must be a catalogue in order before one sheet is put into it.\n${listProblems(loaded.problems)}`;
  return new Map([...byName(toTables(loaded.catalogue)), ...fresh]);
}

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
