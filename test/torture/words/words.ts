import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { entering } from '#test/http/admin/member.ts';
import type { Part, Torture } from '../part.ts';
import { type Program, startProgram } from '../program.ts';
import { aliveCells, aliveInActivity, aliveInHtml, canary, hostile } from './hostile.ts';
import { putEverywhere, type Town } from './put-everywhere.ts';

/** Every free text with markup, Markdown, mentions and formulas, followed into pages, cards, files and the log: dead everywhere. */
export const words: Part = async (torture) => {
  const { of, figure, wrong } = torture;
  const program = await startProgram({ LOG_LEVEL: 'trace' });
  try {
    const { facilitatorKey } = JSON.parse(await readFile(join(program.dataDir, 'keys.json'), 'utf8'));
    const owner = await entering(program.spaceLink);
    const town = await putEverywhere(program.url, facilitatorKey, owner, of(hostile.length, 5));
    const alive = town.told.flatMap((one) => aliveInActivity(one));
    for (const what of new Set(alive)) wrong(`Alive in what the assistant says: ${what}`);
    figure('messages and cards with hostile texts in reach', town.told.length);
    await readEverything(torture, program, town, owner.cookie);
    const logged = program
      .log()
      .split('\n')
      .filter((line) => canary.test(line));
    for (const line of logged.slice(0, 3)) wrong(`In the log: ${line.slice(0, 400)}`);
    figure('lines of the log, none with their words', program.log().split('\n').length);
  } finally {
    await program.stop();
  }
};

/** Reads every page and every file that there is of the consultation, in the space and outside. */
async function readEverything(
  { of, figure, wrong }: Torture,
  program: Program,
  town: Town,
  cookie: string,
): Promise<void> {
  const [seen, bearing] = [new Map<string, number>(), new Map<string, number>()];
  const count = (all: Map<string, number>, kind: string) => all.set(kind, (all.get(kind) ?? 0) + 1);
  const isWhole = of(1, 0) === 1;
  for (const path of await paths(program, town, cookie, isWhole ? ['', 'en'] : [''])) {
    // In a small run, the report alone stands for the files that are drawn.
    if (!isWhole && path.endsWith('.pdf')) continue;
    const answer = await fetch(`${program.url}${path}`, {
      headers: { cookie, accept: '*/*' },
      redirect: 'manual',
    });
    const type = answer.headers.get('content-type')?.split(';')[0] ?? 'none';
    if (type === 'text/event-stream') {
      await answer.body?.cancel();
      continue;
    }
    const { alive, bears } = look(type, new Uint8Array(await answer.arrayBuffer()));
    for (const what of alive) wrong(`Alive in ${path} (${type}): ${what}`);
    count(seen, type);
    if (bears) count(bearing, type);
  }
  for (const [type, pages] of seen)
    figure(`  ${type}, bearing their words`, `${pages}, ${bearing.get(type) ?? 0}`);
}

/** What is alive in a file, and whether their words are in it at all. */
function look(
  type: string,
  bytes: Uint8Array,
): { readonly alive: readonly string[]; readonly bears: boolean } {
  const text = Buffer.from(bytes).toString();
  if (type === 'text/html' || type === 'image/svg+xml')
    return { alive: aliveInHtml(text), bears: canary.test(text) };
  if (type === 'text/csv') {
    const delimiter = (text.split('\n')[0]?.split(';').length ?? 0) > 1 ? ';' : ',';
    const cells: string[][] = parse(text, { bom: true, delimiter, relaxColumnCount: true });
    return { alive: aliveCells(cells.flat()), bears: canary.test(text) };
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return packed(bytes);
  if (text.startsWith('%PDF-'))
    return { alive: text.match(/\/URI \(https?:\/\/evil[^)]*\)/g) ?? [], bears: false };
  return { alive: [], bears: canary.test(text) };
}

/** Word, Excel and ZIP files: no link of theirs, no formula, and no cell that would be one. */
function packed(bytes: Uint8Array): { readonly alive: readonly string[]; readonly bears: boolean } {
  const files = Object.entries(unzipSync(bytes));
  const alive = files.flatMap(([name, its]) => {
    const text = strFromU8(its);
    if (name.endsWith('.csv')) return look('text/csv', its).alive;
    return [/Target="https?:\/\/evil[^"]*"/, /<f>[^<]*kanari/].flatMap((sign) => sign.exec(text)?.[0] ?? []);
  });
  return { alive, bears: files.some(([, its]) => canary.test(strFromU8(its))) };
}

/** Every page and file that is read with GET, of this consultation, in the language it opens in and in others. */
async function paths(
  program: Program,
  { code, told }: Town,
  cookie: string,
  languages: readonly string[],
): Promise<readonly string[]> {
  const listed = await (
    await fetch(`${program.url}/animation/c/${code}/salle/direct`, { headers: { cookie } })
  ).text();
  const session = /name="seance" value="([^"]+)"/.exec(listed)?.[1] ?? '';
  const routes = (await program.routes()).filter(
    ({ method, path }) => method === 'GET' && !path.startsWith('/v3'),
  );
  const filled = routes.flatMap(({ path }) => {
    const at = path
      .replace(':code', code)
      .replace(':catalogue', 'trajectoires')
      .replace(':file', 'page.js')
      .replace(':sheet', '1')
      .replace(':session', session);
    if (at.includes(':format')) return formats.map((format) => at.replace(':format', format));
    return at.includes(':') ? [] : [at];
  });
  const links = JSON.stringify(told).match(/\/api\/my-(?:data|scenario)\?[^"\\)]+/g) ?? [];
  const all = [...filled, ...new Set(links)];
  return languages.flatMap((language) =>
    language === ''
      ? all
      : all.filter((path) => !path.includes('?')).map((path) => `${path}?lang=${language}`),
  );
}

const formats = ['pdf', 'docx', 'pptx', 'xlsx', 'csv', 'json', 'zip', 'all', 'briefing-pdf', 'briefing-docx'];
