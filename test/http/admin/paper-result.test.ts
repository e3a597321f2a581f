import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { type Running, removeFolder } from '../app/running.ts';
import { entering, type Member, readable } from './member.ts';
import { agreed, peopled } from './peopled.ts';

const here = '/animation/c/decouverte';
const [online, onPaper] = [12, 6];
const people = Array.from({ length: online }, (_, i) =>
  agreed(`p${i}`, { ballots: { 'mobility-avoided': { stance: 2, kept: false, benefits: [] } } }),
);
const table = [
  'Feuille n°;mobility-avoided',
  ...Array.from({ length: onPaper }, (_, i) => `${i + 1};Très indésirable`),
].join('\r\n');

describe.each([
  ['with', 'Parmi elles, six personnes ont répondu sur papier.', online + onPaper],
  ['apart', 'Six personnes ont aussi répondu sur papier. Leurs avis sont comptés à part', online],
] as const)('sheets counted %s', (paper, said, counted) => {
  let app: Running;
  let owner: Member;
  beforeAll(async () => {
    app = await peopled(people);
    owner = await entering(app.spaceLink);
    await owner.post(`${here}/papier/compte`, { paper }, `${here}/papier`);
    const form = new FormData();
    form.set('jeton', await owner.token());
    form.set('fichier', new Blob([table]), 'feuilles.csv');
    const sent = { method: 'POST', body: form, headers: { cookie: owner.cookie } };
    expect((await fetch(`${app.url}${here}/papier/fichier`, sent)).status).toBe(200);
    await owner.post(`${here}/cloture`, {}, here);
  }, 30_000);
  afterAll(async () => {
    await app.stop();
    await removeFolder(app.dataDir);
  });

  test('are said wherever who took part is said, in the final result and in open data', async () => {
    const results = readable((await owner.get(`${here}/resultats`)).text);
    expect(results).toContain(said);
    const csv = (await owner.get(`${here}/resultats/export/csv`)).text;
    expect(csv).toContain('mobility-avoided');
    const json = JSON.parse((await owner.get(`${here}/resultats/export/json`)).text);
    expect(JSON.stringify(json)).toContain(`${counted}`);
    const zip = await fetch(`${app.url}${here}/resultats/export/zip`, {
      headers: { cookie: owner.cookie },
    });
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const participation = Object.entries(files).find(([name]) => name.includes('participation'));
    expect(strFromU8(participation?.[1] ?? new Uint8Array())).toMatch(/,paper,[^\r\n]*,6[,\r\n]/);
    expect(readable((await owner.get(`${here}/suivi`)).text)).toContain(`Feuille de papier ${onPaper}`);
  });

  test('stay as they are after a start, and go with the answers', async () => {
    const before = readable((await owner.get(`${here}/resultats`)).text);
    expect(before).toContain(said);
    await owner.post(`${here}/papier/feuilles/1/retrait`, {}, `${here}/papier`);
    const page = readable((await owner.get(`${here}/papier`)).text);
    expect(page).toContain('5 feuilles sont saisies');
    // What was counted stays in the result that stands, as for anybody who leaves after the end.
    expect(readable((await owner.get(`${here}/resultats`)).text)).toContain(said);
  });
});
