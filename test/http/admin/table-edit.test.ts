import { expect, test } from '@jest/globals';
import { invited, type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

const kit = '/animation/c/decouverte/materiel';
let owner: Member;
withSpace((_, its) => {
  owner = its;
});

const kept = 'commerce-customer-data';
const filled = {
  ...{ table: 'Table 3', people: '6', kept, [`horizon-${kept}`]: 'under-5', 'note-health': 'Qui paie ?' },
  ...{ 'helps-1': 'Les navettes', 'helped-1': 'La maison de santé' },
};

/** Adds a table, and gives the address at which it is put right. */
async function added(table: string, by = owner): Promise<string> {
  await by.post(`${kit}/table`, { ...filled, table }, `${kit}/table`);
  const { text } = await by.get(`${kit}?lang=fr`);
  const address = [...text.matchAll(/href="([^"]+\/tables\/[\w-]+)">Modifier ([^<]+)</g)].find(
    ([, , name]) => name === table,
  )?.[1];
  if (address === undefined) throw new Error('The table is not there');
  return address;
}

/** What a form was drawn from. */
async function drawn(at: string, by = owner) {
  const { text } = await by.get(`${at}?lang=fr`);
  return { vu: /name="vu" value="([^"]*)"/.exec(text)?.[1] ?? '', text };
}

test('a table is opened again with all that was entered, changed and saved', async () => {
  const at = await added('Table 3');
  const { vu, text } = await drawn(at);
  for (const value of ['Table 3', '6', 'Qui paie ?', 'Les navettes', 'La maison de santé'])
    expect(text).toContain(`value="${value}"`);
  expect(text).toMatch(new RegExp(`value="${kept}" checked`));
  expect(text).toContain('<option value="under-5" selected>');
  const shown = await owner.post(at, { ...filled, people: '7', 'because-1': 'On y arrive', vu });
  expect(readable(shown.text)).toContain('La contribution de la table est enregistrée.');
  expect(readable(shown.text)).toMatch(/7 personnes. Recopiée le .* Modifiée le /);
  expect(readable(shown.text)).toContain(
    'Table 3 : « Les navettes » renforce « La maison de santé ». Pourquoi : On y arrive',
  );
  const journal = readable((await owner.get('/animation/journal?lang=fr')).text);
  expect(journal).toContain('A modifié la contribution d’une table : Table 3');
});

test('its own name is no other table’s', async () => {
  const at = await added('Table 4');
  const { vu } = await drawn(at);
  expect((await owner.post(at, { ...filled, table: 'Table 4', people: '9', vu })).status).toBe(200);
  const taken = await owner.post(at, { ...filled, table: 'table 3', vu: (await drawn(at)).vu });
  expect([taken.status, readable(taken.text)]).toEqual([422, expect.stringContaining('est déjà là')]);
});

test('two who change other fields both keep theirs', async () => {
  const at = await added('Table 5');
  const lise = await invited(owner, 'Lise', 'facilitator');
  const table = { ...filled, table: 'Table 5' };
  const [mine, hers] = [await drawn(at), await drawn(at, lise)];
  expect((await lise.post(at, { ...table, people: '8', vu: hers.vu })).status).toBe(200);
  expect((await owner.post(at, { ...table, 'note-health': 'Qui décide ?', vu: mine.vu })).status).toBe(200);
  const { text } = await drawn(at);
  expect(text).toContain('value="8"');
  expect(text).toContain('value="Qui décide ?"');
});

test('two who change the same field are shown both, and the one who is asked chooses', async () => {
  const at = await added('Table 6');
  const lise = await invited(owner, 'Lise', 'facilitator');
  const table = { ...filled, table: 'Table 6' };
  const [mine, hers] = [await drawn(at), await drawn(at, lise)];
  await lise.post(at, { ...table, 'note-health': 'Le mot de Lise', people: '11', vu: hers.vu });
  const met = await owner.post(at, { ...table, 'note-health': 'Le mot d’Ada', kept: [], vu: mine.vu });
  expect(met.status).toBe(409);
  const said = readable(met.text);
  expect(said).toMatch(/Lise a enregistré/);
  expect(said).toContain('Santé et bien-être : 14. Ce qui est encore en débat');
  for (const words of ['Le mot de Lise', 'Le mot d’Ada']) expect(said).toContain(words);
  // What only she changed stands in the form already.
  expect(met.text).toContain('value="11"');
  const again = {
    ...{ ...table, people: '11', 'note-health': 'Le mot d’Ada', kept: [], [`horizon-${kept}`]: '' },
    vu: /name="vu" value="([^"]*)"/.exec(met.text)?.[1] ?? '',
  };
  const chosen = await owner.post(at, { ...again, 'choix-note-health': 'theirs' });
  expect(chosen.status).toBe(200);
  const { text } = await drawn(at);
  expect(text).toContain('value="Le mot de Lise"');
  expect(text).not.toMatch(new RegExp(`value="${kept}" checked`));
});

test('what is changed in a table that was removed meanwhile is shown, to be copied', async () => {
  const at = await added('Table 8');
  const { vu } = await drawn(at);
  await owner.post(`${at}/retrait`, {});
  const lost = await owner.post(at, { ...filled, 'note-health': 'Un débat tout à fait nouveau', vu });
  expect([lost.status, readable(lost.text)]).toEqual([
    404,
    expect.stringContaining('Un débat tout à fait nouveau'),
  ]);
});

test('a reader changes nothing', async () => {
  const at = await added('Table 9');
  const reader = await invited(owner, 'Paul', 'reader');
  expect((await reader.get(at)).status).toBe(403);
  expect((await reader.post(at, filled)).status).toBe(403);
  expect((await reader.get(`${kit}?lang=fr`)).text).not.toContain('Modifier Table 9');
});

test('after the closing it is still put right, counted apart, and says that the final result stays', async () => {
  const at = await added('Table 10');
  await owner.post('/animation/c/decouverte/cloture', {});
  const before = readable((await owner.get('/animation/c/decouverte/resultats?lang=fr')).text);
  const shown = await owner.post(at, {
    ...filled,
    table: 'Table 10',
    people: '12',
    vu: (await drawn(at)).vu,
  });
  expect(shown.status).toBe(200);
  expect(readable((await owner.get(`${kit}?lang=fr`)).text)).toMatch(
    /Table 10 12 personnes\.[^.]*\.[^.]*\. C’était après la clôture : le résultat final ne change pas\./,
  );
  expect(readable((await owner.get('/animation/c/decouverte/resultats?lang=fr')).text)).toBe(before);
});
