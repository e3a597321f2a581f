import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { openStore } from '#store/files/open.ts';
import { running } from '../app/running.ts';
import { usualFolder } from '../app/usual-folder.ts';
import { invited, type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

const here = '/animation/journal';
const home = '/animation/c/decouverte';
let owner: Member;

/** A line as it was written before changes were. */
const old = (n: number) => ({
  ...({ schema: 2, version: 0, action: 'changed', consultation: 'decouverte', facts: {} } as const),
  id: `20260101120000${`${n}`.padStart(3, '0')}-0000-0000`,
  at: `2026-01-01T12:00:00.${`${n}`.padStart(3, '0')}Z`,
  by: { id: 'zoe', name: 'Zoé Ancienne' },
});

withSpace(
  (_, first) => {
    owner = first;
  },
  async () => {
    const dir = await usualFolder();
    const store = await openStore(dir);
    for (let n = 0; n < 120; n++) await store.save('audit-entry', old(n));
    await store.close();
    return running(dir);
  },
);

const plain = (page: { readonly text: string }) => readable(page.text).replace(/[\u00a0\u202f]/g, ' ');
const lines = (page: { readonly text: string }) => page.text.match(/class="did"/g)?.length ?? 0;

describe('the journal', () => {
  beforeAll(async () => {
    const content = `${home}/reglages/content`;
    await owner.post(content, { expected: '40' }, content);
    await owner.post(content, { expected: '60' }, content);
    const figures = `${home}/suivi/territoire`;
    await owner.post(figures, { expected: '60', source: 'Insee 2021', 'roles-retired': '27,5' }, figures);
  });

  test('tells of a change of settings what was and what is, in words', async () => {
    const page = plain(await owner.get(here));
    expect(page).toContain('Personnes attendues : rien avant, maintenant « 40 ».');
    expect(page).toContain('Personnes attendues : c’était « 40 », maintenant « 60 ».');
    expect(page).toContain('Chiffres du territoire : À la retraite : rien avant, maintenant « 27,5 % ».');
    expect(page).not.toContain('townFigures');
    const english = plain(await owner.get(`${here}?lang=en`));
    expect(english).toContain('People expected: it was “40”, now “60”.');
    await owner.get(`${here}?lang=fr`);
  });

  test('keeps lines of before readable, and shows fifty a page', async () => {
    const first = await owner.get(here);
    expect(lines(first)).toBe(50);
    expect(plain(first)).toContain('Page 1 sur 3');
    expect(first.text).toContain(`href="${here}?page=2"`);
    const last = await owner.get(`${here}?page=3`);
    expect(plain(last)).toContain('1er janvier 2026');
    // By its title, as people know it; the code is for addresses and for the file.
    expect(plain(last)).toContain('Zoé Ancienne A changé les réglages Découverte');
    expect(last.text).toContain(`href="${here}?page=2"`);
    for (const odd of ['99', '0', '-1', 'x', '1e9'])
      expect((await owner.get(`${here}?page=${odd}`)).status).toBe(200);
  });

  test('is looked through by person, kind, consultation and days, and the file holds the same', async () => {
    const zoe = await owner.get(
      `${here}?qui=zoe&quoi=settings&consultation=decouverte&du=2026-01-01&au=2026-01-01`,
    );
    expect(plain(zoe)).toContain('120 lignes.');
    expect(zoe.text).toContain(
      '?qui=zoe&amp;quoi=settings&amp;consultation=decouverte&amp;du=2026-01-01&amp;au=2026-01-01&amp;page=2',
    );
    expect(plain(await owner.get(`${here}?au=2025-12-31`))).toContain('Aucune ligne ne correspond.');
    expect(plain(await owner.get(`${here}?quoi=team&qui=zoe`))).toContain('Aucune ligne ne correspond.');
    const access = plain(await owner.get(`${here}?quoi=access`));
    expect(access).toContain('A ouvert l’espace');
    expect(access).not.toContain('A changé les réglages');
    const file = await owner.get(`${here}.csv?qui=zoe`, { 'accept-language': 'fr' });
    const rows: string[][] = parse(file.text, { delimiter: ';', bom: true });
    expect(rows).toHaveLength(121);
    expect(rows[0]).toEqual(['Quand', 'Qui', 'Quoi', 'Consultation', 'Ce qui a changé']);
    const changed: string[][] = parse((await owner.get(`${here}.csv?quoi=settings&du=2026-02-01`)).text, {
      delimiter: ';',
      bom: true,
    });
    expect(changed.map((row) => row[4]).join()).toContain('Personnes attendues');
  });

  test.each([
    ['qui=personne', 'qui', 'Cette personne n’a rien fait'],
    ['quoi=tout', 'quoi', 'Ce genre d’action n’existe pas'],
    ['consultation=ailleurs', 'consultation', 'Rien ne se lit ici'],
    ['du=2026-02-30', 'du', 'Donnez un jour qui existe'],
    ['au=hier', 'au', 'Donnez un jour qui existe'],
    ['du=2026-02-02&au=2026-02-01', 'au', 'Ce jour vient avant le premier'],
  ])('%s is told at its field', async (query, field, said) => {
    const page = await owner.get(`${here}?${query}`);
    expect(page.status).toBe(422);
    expect(page.text).toContain(`href="#${field}"`);
    expect(plain(page)).toContain(said);
    expect(lines(page)).toBe(0);
    expect((await owner.get(`${here}.csv?${query}`)).status).toBe(404);
  });

  test('tells of a role what it was', async () => {
    await invited(owner, 'Ana', 'reader');
    const team = await owner.get('/animation/equipe');
    const id = /equipe\/([\w-]+)\/role/.exec(team.text.slice(team.text.indexOf('Ana')))?.[1] ?? '';
    await owner.post(`/animation/equipe/${id}/role`, { role: 'facilitator' }, '/animation/equipe');
    expect(plain(await owner.get(`${here}?quoi=team`))).toContain(
      'Rôle : c’était « Lecture », maintenant « Animation ».',
    );
  });

  test('offers somebody of one consultation nothing of the others', async () => {
    await owner.post(
      '/animation/nouvelle',
      { 'title-fr': 'Secrète', 'territory-fr': 'Ailleurs' },
      '/animation/nouvelle',
    );
    const reader = await invited(owner, 'Lise', 'reader', 'decouverte');
    const page = await reader.get(here);
    expect(page.text).not.toContain('Secrète');
    expect(page.text).not.toContain('A ouvert l’espace');
    expect(page.text).toContain('Zoé Ancienne');
    expect((await reader.get(`${here}?consultation=secrete`)).status).toBe(422);
  });
});
