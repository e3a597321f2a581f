import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readTables } from '#documents/workbook/read-tables.ts';
import { writeWorkbook } from '#documents/workbook/write-workbook.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { entering, invited, type Member, readable } from './member.ts';

let app: Running;
let owner: Member;
beforeAll(async () => {
  app = await running();
  owner = await entering(app.spaceLink);
}, 30_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const here = '/animation/c/decouverte/catalogue';

async function brought(bytes: Uint8Array, name = 'catalogue.xlsx') {
  const form = new FormData();
  form.set('jeton', await owner.token());
  form.set('fichier', new Blob([Uint8Array.from(bytes)]), name);
  const headers = { cookie: owner.cookie, 'accept-language': 'fr' };
  const answer = await fetch(`${app.url}${here}/fichier`, {
    method: 'POST',
    body: form,
    headers,
    redirect: 'manual',
  });
  return { status: answer.status, text: readable(await answer.text()) };
}

const bytesOf = async (path: string) =>
  (await fetch(app.url + path, { headers: { cookie: owner.cookie } })).bytes();

test('a workbook goes out and comes back; what is wrong is told by its cell, what a town wrote is marked, and a restart keeps it', async () => {
  const read = await readTables(await bytesOf(`${here}/classeur.xlsx`));
  if ('misfits' in read) throw new Error(JSON.stringify(read.misfits));
  const changed = (column: string, value: string) =>
    [...read.tables.values()].map((table) =>
      table.name !== 'trajectories'
        ? table
        : {
            ...table,
            rows: table.rows.map((cells, i) =>
              cells.map((cell, j) => (i === 1 && table.header[j] === column ? value : cell)),
            ),
          },
    );
  const wrong = await brought(await writeWorkbook(changed('orientation', 'nulle-part')));
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Feuille « trajectories », ligne 3, colonne D (orientation) : « nulle-part »');
  expect((await brought(Buffer.of(0xd0, 0xcf, 0x11, 0xe0))).text).toContain('ancien fichier Excel');
  expect((await brought(await writeWorkbook(changed('title (fr)', 'Notre halle à nous')))).status).toBe(303);
  const page = (await owner.get(here)).text;
  expect(readable(page)).toContain('Tout est en ordre');
  expect(page).toContain('Écrite pour cette consultation');
  const version = /name="vu" value="(\d+)"/.exec(page)?.[1] ?? '';
  expect(readable((await owner.post(`${here}/edition`, { vu: version }, here)).text)).toContain(
    'C’est en place',
  );
  const cards = await bytesOf('/animation/c/decouverte/materiel/cartes.pdf');
  expect(Buffer.from(cards).subarray(0, 4).toString()).toBe('%PDF');

  const reader = await invited(owner, 'Lise', 'reader');
  expect((await reader.get(here)).status).toBe(403);
  await app.stop();
  app = await running(app.dataDir);
  owner = await entering(app.spaceLink);
  const again = Buffer.from(await bytesOf(`${here}/feuille/trajectories`)).toString();
  expect(again).toContain('Notre halle à nous');
  expect(again).toContain(';town;');
}, 120_000);
