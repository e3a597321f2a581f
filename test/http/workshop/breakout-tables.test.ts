import { expect, test } from '@jest/globals';
import { invited, type Member, readable } from '../admin/member.ts';
import { listening } from '../admin/stream.ts';
import { withSpace } from '../admin/with-space.ts';
import type { Running } from '../app/running.ts';

let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

const kit = '/animation/c/decouverte/materiel';
const doorsIn = (page: string) =>
  [...page.matchAll(/href="[^"]*(\/t\/[\w-]+)"/g)].map(([, path = '']) => path);
const open = async (count: string) => owner.post(`${kit}/telephones`, { count });

/** A phone at a table, as a browser without a script is. */
async function phoneAt(path: string) {
  const first = await fetch(`${app.url}${path}?lang=fr`);
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const send = (fields: Record<string, string>, more: Record<string, string> = {}, at = path) =>
    fetch(`${app.url}${at}`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields).toString() },
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...more },
    });
  return {
    cookie,
    first,
    send,
    look: async () => (await fetch(app.url + path, { headers: { cookie } })).text(),
  };
}

test('each table has an address that cannot be guessed, which is read as it is typed and works while it is open', async () => {
  const [one = '', two = ''] = doorsIn((await open('2')).text);
  expect(one).toMatch(/^\/t\/\w{4}-\w{4}-\w{4}$/);
  expect(one).not.toBe(two);
  const typed = one.toUpperCase().replace('/T/', '/t/').replaceAll('-', '');
  expect((await fetch(app.url + typed)).status).toBe(200);
  const unknown = await fetch(`${app.url}/t/aaaa-aaaa-aaaa`);
  await owner.post(`${kit}/telephones/${two.slice(3)}`, { acte: 'close' });
  const closed = await fetch(app.url + two);
  expect([unknown.status, closed.status]).toEqual([410, 410]);
  // Nobody learns by an address whether there ever was a table.
  expect(await closed.text()).toBe(await unknown.text());
});

test('a form of another site, or of a browser that keeps nothing, writes nothing', async () => {
  const [door = ''] = doorsIn((await open('1')).text).slice(-1);
  const phone = await phoneAt(door);
  const fields = { acte: 'take', people: '5' };
  const foreign = await phone.send(fields, {
    origin: 'https://ailleurs.example',
    'sec-fetch-site': 'cross-site',
  });
  expect([foreign.status, readable(await foreign.text())]).toEqual([
    422,
    expect.stringContaining('n’a pas pu être lu'),
  ]);
  const bare = await phone.send(fields, { cookie: '' });
  expect([bare.status, readable(await bare.text())]).toEqual([
    422,
    expect.stringContaining('refuse de garder un repère'),
  ]);
  expect((await phone.send({ acte: 'take', people: '61' })).status).toBe(422);
  expect((await phone.send(fields)).status).toBe(303);
  const other = await phoneAt(door);
  const refused = await other.send({ acte: 'save', people: '9' });
  expect([refused.status, readable(await refused.text())]).toEqual([
    409,
    expect.stringContaining('Un autre téléphone écrit'),
  ]);
  expect(readable(await phone.look())).toContain('Ce téléphone écrit pour la table.');
});

test('whoever facilitates follows the tables live; a reader of the team sees where they are, and no address', async () => {
  const [door = ''] = doorsIn((await open('1')).text).slice(-1);
  const screen = await listening(`${app.url}/animation/c/decouverte/salle/tables/flux?lang=fr`, {
    cookie: owner.cookie,
  });
  await screen.next();
  await (await phoneAt(door)).send({ acte: 'take', people: '5' });
  expect((await screen.next())?.data).toContain('En cours');
  screen.leave();
  const reader = await invited(owner, 'Lectrice', 'reader', 'decouverte');
  const { text } = await reader.get(`${kit}?lang=fr`);
  expect(readable(text)).toContain('En cours');
  expect(doorsIn(text)).toEqual([]);
  expect((await reader.get('/animation/c/decouverte/salle/tables')).status).toBe(403);
  expect((await reader.get(`${kit}/telephones/feuilles.pdf`)).status).toBe(403);
  const sheets = await fetch(`${app.url}${kit}/telephones/feuilles.pdf?lang=fr`, {
    headers: { cookie: owner.cookie },
  });
  expect([sheets.status, sheets.headers.get('content-type')]).toEqual([200, 'application/pdf']);
});

test('an address typed otherwise leads to the one to which the phone’s key goes', async () => {
  const [door = ''] = doorsIn((await open('1')).text).slice(-1);
  const typed = `/t/${door.slice(3).toUpperCase().replaceAll('-', '')}?lang=en`;
  const answer = await fetch(app.url + typed, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${door}?lang=en`]);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('signs that turn what stands beside them are not kept of what a table wrote', async () => {
  const [door = ''] = doorsIn((await open('1')).text).slice(-1);
  const phone = await phoneAt(door);
  await phone.send({ acte: 'take', people: '5' });
  await phone.send({ acte: 'save', 'note-mobility': 'Qui\u202e ment ?' }, {}, `${door}?etape=mobility`);
  expect(readable((await owner.get(`${kit}?lang=fr`)).text)).toContain('Qui ment ?');
});

test('a number of tables that cannot be is said at its field, and what was typed stays', async () => {
  const { status, text } = await open('21');
  expect([status, readable(text)]).toEqual([422, expect.stringContaining('de 1 à 20')]);
  expect(text).toContain('value="21"');
});

test('what a table noted stands with what all tables said', async () => {
  const [door = ''] = doorsIn((await open('1')).text).slice(-1);
  const phone = await phoneAt(door);
  await phone.send({ acte: 'take', people: '5' });
  const sent = { 'orientation-mobility': '', 'note-mobility': 'Qui paie la navette ?' };
  await phone.send({ acte: 'save', ...sent }, {}, `${door}?etape=mobility`);
  expect(readable((await owner.get(`${kit}?lang=fr`)).text)).toContain('Qui paie la navette ?');
});
