import { expect, test } from '@jest/globals';
import { entering, invite, invited, type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let owner: Member;
withSpace((_, who) => {
  owner = who;
});
const team = '/animation/equipe';
const shown = async (by = owner) => (await by.get(team)).text;

test('whoever is invited reads only, unless something else is chosen', async () => {
  expect(await shown()).toMatch(/<option value="reader" selected>/);
});

test('somebody invited for something that there is not is told so at its field', async () => {
  for (const role of ['', 'maire']) {
    const wrong = await owner.post(`${team}/invitation?lang=fr`, { name: 'Noé', role }, team);
    expect([role, wrong.status]).toEqual([role, 422]);
    expect(readable(wrong.text)).toContain('Choisissez un rôle.');
    expect(wrong.text).toContain('value="Noé"');
  }
});

test('a link that was given out is listed until it is opened, and can be taken back', async () => {
  const link = await invite(owner, 'Noé', 'reader', 'decouverte');
  const other = await invite(owner, 'Iris', 'facilitator');
  expect(readable(await shown())).toMatch(
    /Liens qui attendent Noé .* Découverte .*S’ouvre une fois, jusqu’au/,
  );
  const facilitator = await entering(other);
  expect(await shown(facilitator)).not.toContain('Noé');
  const id = /liens\/([\w-]+)\/retrait/.exec(await shown())?.[1] ?? '';
  expect((await facilitator.post(`${team}/liens/${id}/retrait`, {}, team)).status).toBe(403);
  const gone = readable((await owner.post(`${team}/liens/${id}/retrait`, {}, team)).text);
  expect(gone).toContain('Ce lien est annulé.');
  expect(gone).not.toContain('Liens qui attendent');
  expect((await fetch(link)).status).toBe(410);
  expect((await owner.post(`${team}/liens/${id}/retrait`, {}, team)).status).toBe(404);
  expect(readable((await owner.get('/animation/journal')).text)).toContain('A annulé le lien de Noé');
});

test('a name is changed by whose it is, and by an owner; nobody else’s by anybody else', async () => {
  const ines = await invited(owner, 'Ines', 'reader');
  const ids = [...(await shown()).matchAll(/equipe\/([\w-]+)\/nom/g)].map(([, id]) => id ?? '');
  const own = /equipe\/([\w-]+)\/nom/.exec(await shown(ines))?.[1] ?? '';
  expect(readable((await ines.post(`${team}/${own}/nom`, { name: 'Inès Roy' }, team)).text)).toContain(
    'Inès Roy',
  );
  const others = ids.filter((id) => id !== own);
  expect((await ines.post(`${team}/${others[0]}/nom`, { name: 'X' }, team)).status).toBe(403);
  expect(readable((await owner.post(`${team}/${own}/nom`, { name: 'Inès R.' }, team)).text)).toContain(
    'Inès R.',
  );
  expect((await owner.post(`${team}/${own}/nom`, { name: '  ' }, team)).status).toBe(422);
});
