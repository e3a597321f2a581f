import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { call } from '../app/call.ts';
import type { Running } from '../app/running.ts';
import { running } from '../app/running.ts';
import { invited, type Member, readable } from './member.ts';
import { having, town } from './town.ts';
import { withSpace } from './with-space.ts';

const home = '/animation/c/atelier';
const form = `${home}/suivi/territoire`;
const filled = {
  expected: '50',
  source: 'Insee 2021',
  'territories-rural-village': '35,5',
  'territories-large-centre': '64.5 %',
  'roles-resident': '100',
  'roles-retired': '27',
};

let app: Running;
let owner: Member;
withSpace(
  (started, first) => {
    [app, owner] = [started, first];
  },
  async () => running(await town(having('voisins', { publishedAt: '2099-01-01T10:00:00.000Z' }))),
);

const plain = (page: { readonly text: string }) => readable(page.text).replace(/[\u00a0\u202f]/g, ' ');

describe('the goal and the figures of the territory', () => {
  test('are set on one page, and stand beside who took part', async () => {
    const page = plain(await owner.post(form, filled, form));
    expect(page).toContain('Objectif : 50 personnes. 40 ont pris part, soit 80 %.');
    expect(page).toContain('Rôle Personnes Leur part Territoire');
    expect(page).toContain('Habitante ou habitant 20 50 % 100 %');
    // Whoever is missing is named.
    expect(page).toContain('À la retraite moins de 5 moins de 13 % 27 %');
    expect(page).toContain('sur les 40 personnes qui ont commencé');
    expect(page).toContain('Les réponses ne sont pas pondérées');
    expect(plain(await owner.get(home))).toContain('Objectif : 50 personnes. 40 ont pris part');
    // The form shows them again, as they are written here.
    expect((await owner.get(form)).text).toContain('value="35,5"');
  });

  test('stand beside who took part in the result, for everybody too', async () => {
    await owner.post(form, filled, form);
    const own = plain(await owner.get(`${home}/resultats`));
    expect(own).toContain('À côté des chiffres du territoire');
    expect(own).toContain('Habitante ou habitant 20 50 % 100 %');
    expect(own).toContain('elles ne sont pas un échantillon des habitants');
    // Where a figure may be shown to everybody.
    const theirs = '/animation/c/voisins/suivi/territoire';
    await owner.post(theirs, filled, theirs);
    const open = plain(await call(`${app.url}/c/voisins/resultats`));
    expect(open).toContain('À côté des chiffres du territoire');
    expect(open).toContain('À la retraite moins de 5 moins de 21 % 27 %');
    const english = plain(await owner.get(`${home}/resultats?lang=en`));
    expect(english).toContain('they are not a sample of the inhabitants');
    await owner.get(`${home}?lang=fr`);
  });

  test('go into the files', async () => {
    await owner.post(form, filled, form);
    const file = async (format: string) =>
      (await fetch(`${app.url}${home}/resultats/export/${format}`, { headers: { cookie: owner.cookie } }))
        .arrayBuffer()
        .then((bytes) => new Uint8Array(bytes));
    const { participants } = JSON.parse(new TextDecoder().decode(await file('json')));
    expect(participants.townFigures).toEqual({
      source: 'Insee 2021',
      roles: { resident: 100, retired: 27 },
      territories: { 'rural-village': 35.5, 'large-centre': 64.5 },
      weighted: false,
    });
    const words = Object.values(unzipSync(await file('docx'))).map((part) => new TextDecoder().decode(part));
    expect(words.join('').replace(/<[^>]+>/g, '')).toContain('Les réponses ne sont pas pondérées');
  });

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['words for a share', { 'roles-retired': 'beaucoup' }, 'roles-retired', 'Donnez un nombre de 0 à 100'],
    ['more than a whole', { 'roles-retired': '120' }, 'roles-retired', 'Donnez un nombre de 0 à 100'],
    [
      'places that make no whole',
      { 'territories-large-centre': '50' },
      'territories',
      'Ensemble, ces parts font 85,5 %',
    ],
    ['nobody who counted', { source: '' }, 'source', 'Dites qui a compté et quand'],
    ['no number of people', { expected: 'beaucoup' }, 'expected', 'Donnez un nombre de personnes'],
  ])('%s are told at their field, and nothing is saved', async (_, wrong, field, said) => {
    await owner.post(form, filled, form);
    const answer = await owner.post(form, { ...filled, 'roles-student': '3', ...wrong }, form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toMatch(new RegExp(`id="${field}"`));
    expect(plain(answer)).toContain(said);
    expect(answer.text).toContain(`value="${Object.values(wrong)[0]}"`);
    expect((await owner.get(form)).text).not.toContain('value="3"');
  });

  test('fill in from a table that is pasted, and are saved only then', async () => {
    await owner.post(form, filled, form);
    const tableau = 'Rôle\tPart\nÀ la retraite\t31,5\nRoi\t1';
    const page = await owner.post(form, { ...filled, tableau, remplir: '1' }, form);
    expect(page.text).toContain('value="31,5"');
    expect(plain(page)).toContain('Une case est remplie');
    expect(plain(page)).toContain('Cette ligne n’a pas été comprise : « Roi 1 »');
    expect((await owner.get(form)).text).toContain('value="27"');
    const empty = plain(await owner.post(form, { ...filled, tableau: '', remplir: '1' }, form));
    expect(empty).toContain('Collez d’abord un tableau');
  });

  test('of two who save at once, the later is told and nobody loses a word', async () => {
    await owner.post(form, filled, form);
    const vu = /name="vu" value="([^"]*)"/.exec((await owner.get(form)).text)?.[1] ?? '';
    await owner.post(form, { ...filled, expected: '60' }, form);
    const late = await owner.post(form, { ...filled, expected: '70', vu }, form);
    expect(plain(late)).toContain('Quelqu’un d’autre a enregistré entre-temps');
    expect(late.text).toContain('value="70"');
    expect(plain(await owner.get(home))).toContain('Objectif : 60 personnes');
  });

  test('are taken back with empty boxes', async () => {
    const none = Object.fromEntries(Object.keys(filled).map((name) => [name, '']));
    const page = plain(await owner.post(form, none, form));
    expect(page).not.toContain('Objectif :');
    expect(page).not.toContain('pondérées');
  });

  test('are a facilitator’s to set, and a reader’s to read', async () => {
    await owner.post(form, filled, form);
    const [reader, facilitator] = [
      await invited(owner, 'Lise', 'reader', 'atelier'),
      await invited(owner, 'Max', 'facilitator', 'atelier'),
    ];
    expect((await reader.get(form)).status).toBe(403);
    expect((await reader.post(form, { ...filled, expected: '7' }, '/animation/visite')).status).toBe(403);
    const seen = await reader.get(`${home}/suivi`);
    expect(plain(seen)).toContain('Objectif : 50 personnes');
    expect(seen.text).not.toContain('/suivi/territoire');
    expect(plain(await facilitator.post(form, { ...filled, expected: '45' }, form))).toContain(
      'Objectif : 45 personnes',
    );
  });
});
