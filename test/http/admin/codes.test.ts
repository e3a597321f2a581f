import { expect, test } from '@jest/globals';
import { invited, type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let owner: Member;
withSpace((_, who) => {
  owner = who;
});

const page = '/animation/c/decouverte/codes';
const shown = async (by = owner) => readable((await by.get(page)).text);
const send = (path: string, fields: Readonly<Record<string, string>>, by = owner) =>
  by.post(`${page}${path}`, fields, page);

test('an open consultation says honestly what limits answering twice', async () => {
  const text = await shown();
  expect(text).toContain('toute personne qui a l’adresse peut répondre');
  expect(text).toContain('Rien n’empêche de répondre à nouveau depuis un autre appareil');
  expect(readable((await owner.get('/animation/c/decouverte/inviter')).text)).toContain('imprimer des codes');
  const reader = await invited(owner, 'Lise', 'reader', 'decouverte');
  expect((await reader.get(page)).text).not.toContain('name="entry"');
  expect((await send('', { entry: 'codes' }, reader)).status).toBe(403);
});

test('once it is for codes, the conversation asks for one; a sheet is downloaded, counted, taken back', async () => {
  expect(readable((await send('', { entry: 'codes' })).text)).toContain(
    'seules les personnes qui ont un code',
  );
  const sheet = await send('/planche', { n: '12', language: 'fr' });
  expect(sheet.headers.get('content-type')).toBe('application/pdf');
  expect(sheet.text.slice(0, 5)).toBe('%PDF-');
  expect(await shown()).toContain('Imprimés 12 Utilisés 0 Pas encore utilisés 12 Annulés 0');
  const refused = await send('/planche', { n: '5000' });
  expect(refused.status).toBe(422);
  expect(readable(refused.text)).toContain('Choisissez un nombre de 1 à 1 000');
  expect((await send('/annulation', { which: 'ACDEF-HJKMN' })).status).toBe(422);
  expect(readable((await send('/annulation', { all: '1' })).text)).toContain('Oui, annuler tous ces codes');
  expect(await shown()).toContain('Annulés 0');
  expect(readable((await send('/annulation', { all: '1', sure: '1' })).text)).toContain(
    '12 codes sont annulés',
  );
  expect(await shown()).toContain('Imprimés 12 Utilisés 0 Pas encore utilisés 0 Annulés 12');
});
