import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { settingNames } from '#src/config/settings.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['*.md', 'docs/**/*.md', 'deployment/**/*.md'].flatMap((glob) => globSync(glob, { cwd: root }));
/** They tell of the code as it is; the changelog tells of what it was as well. */
const guides = pages.filter((page) => page !== 'CHANGELOG.md');

const blocks = /^[ \t]*```[\s\S]*?^[ \t]*```$/gm;
const prose = (page: string) => read(page).replace(blocks, '');
const quoted = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** The cells of every row of every table, headings left out. */
const rowsOf = (text: string): readonly string[][] =>
  [...text.matchAll(/^\|(.+)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
    .filter((cells) => !cells.every((cell) => /^-*$/.test(cell)));

describe.each(pages)('%s', (page) => {
  test('links to files that there are, and to headings in them', () => {
    const links = [...prose(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(
      ([, link = '']) => link,
    );
    const wrong = links.filter((link) => {
      const [path = '', heading] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, target))) return true;
      return heading !== undefined && !headingsOf(target).includes(heading);
    });
    expect(wrong).toEqual([]);
  });

  test('names npm commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...read(page).matchAll(/npm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)];
    const wrong = named.map(([, script, plain]) => script ?? plain ?? '').filter((one) => !(one in scripts));
    expect(wrong).toEqual([]);
  });
});

describe.each(guides)('%s', (page) => {
  test('names files and rooms that there are', () => {
    const rooms = /^(src|dialogs|cards|catalogue|test|docs|deployment)\/\S*$/;
    const paths = quoted(prose(page)).filter((code) => rooms.test(code));
    expect(paths.filter((path) => !stands(path))).toEqual([]);
  });
});

/** Whether something stands at a path; `<domain>` and `<language>` stand for each of them. */
function stands(path: string): boolean {
  const languages = path.includes('<language>') ? ['fr', 'en'] : [''];
  return languages.every((language) => {
    const glob = path.replaceAll('<language>', language).replaceAll('<domain>', '*').replace(/\/$/, '');
    return globSync([glob, `${glob}.ts`], { cwd: root }).length > 0;
  });
}

/** As GitHub names them in addresses. */
function headingsOf(page: string): readonly string[] {
  return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('the README is read in a few minutes', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

test('every setting of the program is told of where it is deployed, and no other', () => {
  const told = rowsOf(read('docs/deploying.md')).flatMap(([name = '']) => quoted(name));
  expect(told.filter((name) => /^[A-Z][A-Z_]+$|^MicrosoftApp/.test(name)).sort()).toEqual(
    [...settingNames].sort(),
  );
});

test('the table of rooms says what the import rules say', () => {
  const script =
    "import('./.dependency-cruiser.js').then((m) => console.log(JSON.stringify(m.default.forbidden.map((r) => r.name))))";
  const names: string[] = JSON.parse(
    execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }),
  );
  const rules = names.flatMap((name) => {
    const [, room, others = ''] = /^(\S+) looks only at: (.+)$/.exec(name) ?? [];
    return room === undefined ? [] : [[room, others === 'itself' ? [] : others.split(', ')]];
  });
  const [, house = ''] = read('CONTRIBUTING.md').split(/^## The house$/m);
  const table = rowsOf(house.split(/^## /m)[0] ?? '')
    .slice(1)
    .map(([room = '', , others = '']) => [quoted(room)[0], quoted(others)]);
  const byRoom = (all: readonly unknown[]) => Object.fromEntries(all.map((row) => row as [string, string[]]));
  expect(byRoom(table)).toEqual(byRoom(rules));
});

test('the words of the glossary stand in the files that it names', () => {
  const rows = rowsOf(read('docs/glossary.md')).filter(([, where = '']) => /^`(src|dialogs)\b/.test(where));
  expect(rows.length).toBeGreaterThan(50);
  const missing = rows.flatMap(([names = '', where = '']) => {
    const text = quoted(where).map(everything).join('\n');
    return quoted(names).filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text));
  });
  expect(missing).toEqual([]);
});

/** A file, or all the code of a room. */
function everything(path: string): string {
  if (!statSync(join(root, path)).isDirectory()) return read(path);
  return globSync(`${path}/**/*.ts`, { cwd: root }).map(read).join('\n');
}

test('every library that the program stands on has its reason', () => {
  const { dependencies } = JSON.parse(read('package.json'));
  const told = rowsOf(read('docs/libraries.md')).flatMap(([names = '']) => quoted(names));
  expect(Object.keys(dependencies).filter((name) => !told.includes(name))).toEqual([]);
});

test('every picture is shown', () => {
  const all = pages.map(read).join('\n');
  expect(
    readdirSync(join(root, 'docs/pictures')).filter((file) => !all.includes(`pictures/${file}`)),
  ).toEqual([]);
});

test('the French page holds its marks to the word before them', () => {
  const text = read('LISEZMOI.md')
    .replace(blocks, '')
    .replace(/`[^`]*`/g, '');
  expect(text.match(/.{0,20} [;:!?»]|« .{0,20}/g)).toBeNull();
  expect(text).toMatch(/\u00a0:/);
});
