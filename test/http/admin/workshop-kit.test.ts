import { expect, test } from '@jest/globals';
import type { Running } from '../app/running.ts';
import { invited, type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

const kit = '/animation/c/decouverte/materiel';
let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

const page = async (who: Member = owner, lang = 'fr') =>
  readable((await who.get(`${kit}?lang=${lang}`)).text);

const tableOne = {
  table: 'Table des commerçants',
  people: '6',
  kept: ['mobility-local-shuttles-missing', 'commerce-customer-data'],
  'horizon-commerce-customer-data': 'under-5',
  'condition-commerce-customer-data': 'Que les <données> restent ici',
  'orientation-health': '',
  'note-health': 'Qui paie ?',
};

test('cards and sheets are there to download, in each language', async () => {
  const { text } = await owner.get(`${kit}?lang=fr`);
  const files = [...text.matchAll(/href="([^"]+\.pdf\?lang=\w+)"/g)].map(([, path = '']) => path);
  expect(files).toHaveLength(4);
  for (const path of files) {
    const file = await fetch(app.url + path, { headers: { cookie: owner.cookie } });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    const [, kind, language] = /(cartes|feuilles)\.pdf\?lang=(\w+)/.exec(path) ?? [];
    expect(file.headers.get('content-disposition')).toContain(`decouverte-${kind}-${language}.pdf`);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }
}, 120_000);

test('a table is copied out, counted apart, and what it said is shown as text', async () => {
  const answer = await owner.post(`${kit}/table`, tableOne, `${kit}/table`);
  expect(answer.status).toBe(200);
  const shown = readable(answer.text);
  expect(shown).toContain('La contribution de la table est ajoutée.');
  expect(shown).toContain('Une table, 6 personnes. Ces choix sont collectifs.');
  expect(shown).toContain('Dans moins de 5 ans : une table');
  expect(answer.text).toMatch(/Table des commerçants\s: Que les &lt;données&gt; restent ici/);
  expect(shown).toContain('Table des commerçants : Qui paie ?');
  expect(shown).toContain('Aucune table n’a choisi une direction dans chaque domaine.');
  // An unknown trajectory is nobody's choice.
  expect(answer.text).not.toContain('mobility-local-shuttles-missing');
});

test('it adds nothing to what persons answered', async () => {
  const { text } = await owner.get('/animation');
  expect(readable(text)).toContain('personne n’a encore pris part');
});

test('what is wrong is told field by field, and everything typed stays', async () => {
  const sent = {
    ...tableOne,
    table: '  table des  COMMERÇANTS ',
    people: '61',
    kept: [],
    'orientation-mobility': 'mobility-nearby-unknown',
    'condition-mobility-nothing': 'x',
  };
  const { status, text } = await owner.post(`${kit}/table`, sent, `${kit}/table`);
  expect(status).toBe(422);
  const problems = [...text.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id);
  expect(problems).toEqual(['table', 'people', 'kept-commerce-customer-data']);
  for (const id of problems) expect(text).toContain(`id="${id}"`);
  expect(text).toContain('value="Que les &lt;données&gt; restent ici"');
  expect(text).toContain('value="Qui paie ?"');
  expect(text).toMatch(/<option value="under-5" selected>/);
});

test.each([
  ['scenario', { table: 'Table vide', people: '4' }],
  ['table', { table: '', people: '4', 'note-health': 'x' }],
  ['table', { table: 'A'.repeat(81), people: '4', 'note-health': 'x' }],
  ['people', { table: 'Table', people: '0', 'note-health': 'x' }],
  ['people', { table: 'Table', people: '4.5', 'note-health': 'x' }],
  ['note-health', { table: 'Table', people: '4', 'note-health': 'x'.repeat(401) }],
])('a wrong form is told at its field (%#: %s)', async (at, fields) => {
  const { status, text } = await owner.post(`${kit}/table`, fields, `${kit}/table`);
  expect(status).toBe(422);
  expect([...text.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id)).toEqual([at]);
});

test('a direction in every domain is checked as a whole', async () => {
  const { text } = await owner.get(`${kit}/table?lang=fr`);
  const first = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/name="(orientation-\w+)" value="([\w-]+)"/g))
    if (!first.has(name)) first.set(name, value);
  expect(first.size).toBe(6);
  const answer = await owner.post(
    `${kit}/table`,
    { table: 'Table 2', people: '5', ...Object.fromEntries(first) },
    `${kit}/table`,
  );
  const shown = readable(answer.text);
  expect(shown).toContain('2 tables, 11 personnes.');
  expect(shown).toMatch(/Table 2 : (ses directions tiennent|certaines de ses directions se gênent)/);
});

test('a reader sees it, and can neither add nor remove', async () => {
  const reader = await invited(owner, 'Lise', 'reader');
  const shown = (await reader.get(`${kit}?lang=fr`)).text;
  expect(shown).toContain('Table des commerçants');
  expect(shown).not.toContain('/retrait');
  expect((await reader.get(`${kit}/table`)).status).toBe(403);
  const id = /tables\/([\w-]+)\/retrait/.exec((await owner.get(kit)).text)?.[1];
  expect((await reader.post(`${kit}/table`, tableOne)).status).toBe(403);
  expect((await reader.post(`${kit}/tables/${id}/retrait`, {})).status).toBe(403);
  expect(await page()).toContain('2 tables, 11 personnes.');
});

test('a facilitator removes a table; both deeds are in the journal', async () => {
  const facilitator = await invited(owner, 'Omar', 'facilitator');
  const { text } = await facilitator.get(`${kit}?lang=fr`);
  const id = /tables\/([\w-]+)\/retrait/.exec(text)?.[1];
  expect((await facilitator.post(`/animation/c/nulle-part/materiel/tables/${id}/retrait`, {})).status).toBe(
    404,
  );
  const answer = await facilitator.post(`${kit}/tables/${id}/retrait`, {});
  expect(readable(answer.text)).toContain('La contribution de la table est retirée.');
  expect(await page()).toContain('Une table, 5 personnes.');
  const journal = readable((await owner.get('/animation/journal?lang=fr')).text);
  expect(journal).toContain('A ajouté la contribution d’une table : Table des commerçants');
  expect(journal).toContain('A retiré la contribution d’une table : Table des commerçants');
  expect((await facilitator.post(`${kit}/tables/${id}/retrait`, {})).status).toBe(404);
});

test('it speaks English', async () => {
  expect(await page(owner, 'en')).toContain('One table, 5 people. These are choices made together.');
});
