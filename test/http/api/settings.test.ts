import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entering, type Member } from '../admin/member.ts';
import { call } from '../app/call.ts';
import { type Running, removeFolder } from '../app/running.ts';
import { type Caller, caller } from './caller.ts';
import { catalogue, filled, shared } from './filled.ts';

let app: Running;
let program: Caller;
let owner: Member;
beforeAll(async () => {
  // Fewer than the demonstration may show.
  app = await filled(4);
  program = caller(app.url, app.facilitatorKey);
  owner = await entering(app.spaceLink);
}, 60_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const both = (text: string) => ({ fr: text, en: text });
const draft = async (title: string) => {
  const made = await program.send('POST', '/consultations', {
    title: both(title),
    territory: both('Ici-même'),
  });
  expect(made.status).toBe(201);
  return made;
};

test('a consultation is set by the rules of the forms, and the space shows it', async () => {
  const { body } = await draft('Nos mobilités');
  const set = await program.send('PATCH', `/consultations/${body.code}`, {
    domains: ['mobility', 'health'],
    opens: '2031-03-01',
    closes: '2031-03-31',
    timeZone: 'Indian/Reunion',
    minGroup: 15,
    controller: 'Mairie de Bourg-Neuf',
    contact: 'mairie@bourg-neuf.example',
    frameOrigins: ['https://www.bourg-neuf.example/'],
    information: { fr: 'Lisez ceci.' },
  });
  expect(set.body).toMatchObject({
    domains: ['mobility', 'health'],
    opensAt: '2031-02-28T20:00:00.000Z',
    closesAt: '2031-03-31T20:00:00.000Z',
    minGroup: 15,
    controller: { name: both('Mairie de Bourg-Neuf'), contact: 'mairie@bourg-neuf.example' },
    frameOrigins: ['https://www.bourg-neuf.example'],
    information: { fr: 'Lisez ceci.' },
  });
  const page = await owner.get(`/animation/c/${body.code}/reglages/calendar`);
  expect(page.text).toContain('value="2031-03-31"');
  const ended = await program.send('PATCH', `/consultations/${body.code}`, {
    closes: null,
    frameOrigins: [],
  });
  expect(ended.body).not.toHaveProperty('closesAt');
  expect(ended.body).not.toHaveProperty('frameOrigins');
  expect(ended.body).toMatchObject({ timeZone: 'Indian/Reunion', information: { fr: 'Lisez ceci.' } });
});

test('what is wrong is told each at its place, and nothing is half set', async () => {
  const { body } = await draft('Tout de travers');
  const refused = await program.send('PATCH', `/consultations/${body.code}`, {
    title: { fr: 'x'.repeat(81) },
    languages: ['fr', 'xx'],
    domains: ['mobility'],
    trajectories: ['sans-nom'],
    closes: '2001-01-01',
    minGroup: 2,
    retentionMonths: 0,
    timeZone: 'Mars/Olympus',
    frameOrigins: ['https://*.exemple.fr'],
  });
  expect(refused.status).toBe(422);
  const pointers = refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort();
  expect(pointers).toEqual([
    '#/closes',
    '#/domains',
    '#/frameOrigins/0',
    '#/languages/1',
    '#/minGroup',
    '#/retentionMonths',
    '#/timeZone',
    '#/title/fr',
    '#/trajectories/0',
  ]);
  const after = (await program.get(`/consultations/${body.code}`)).body;
  expect(after.title).toEqual(both('Tout de travers'));
  const shapes = await program.send('PATCH', `/consultations/${body.code}`, {
    minGroup: 'dix',
    couleur: 'bleu',
  });
  expect(shapes.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '#/minGroup',
    '#/couleur',
  ]);
  // Half a character stands in no address: it is told all the same.
  const half = await program.send('PATCH', `/consultations/${body.code}`, { '\ud800': 1, minGroup: 'dix' });
  expect([half.status, half.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    ...[422, ['#/minGroup', '#/%EF%BF%BD']],
  ]);
  const together = await program.send('PATCH', `/consultations/${body.code}`, {
    ...{ minGroup: 'dix', couleur: 'bleu', retentionMonths: 400, timeZone: 'Nulle/Part', title: { fr: 4 } },
  });
  expect(together.body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
    ...['#/couleur', '#/minGroup', '#/retentionMonths', '#/timeZone', '#/title/fr'],
  ]);
  const fresh = await program.send('POST', '/consultations', { title: 5, minGroup: 2 });
  expect(fresh.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    expect.arrayContaining(['#/title', '#/minGroup']),
  );
  expect(
    fresh.body.errors.filter(({ pointer }: { pointer: string }) => pointer.startsWith('#/title')),
  ).toHaveLength(1);
  const inFrench = await program.send(
    'PATCH',
    `/consultations/${body.code}`,
    { minGroup: 'dix', couleur: 1, closes: 5 },
    { 'accept-language': 'fr' },
  );
  expect(inFrench.body.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
    ...['Donnez un texte.', 'Donnez un nombre.', '«\u00a0couleur\u00a0» est inconnu ici.'],
  ]);
});

test('who has read an older version changes nothing', async () => {
  const { body, headers } = await draft('À plusieurs');
  const path = `/consultations/${body.code}`;
  const seen = headers.get('etag') ?? '';
  expect(seen).toMatch(/^"\d+"$/);
  const first = await program.send('PATCH', path, { minGroup: 12 }, { 'if-match': seen });
  expect(first.status).toBe(200);
  expect(first.headers.get('etag')).not.toBe(seen);
  const second = await program.send('PATCH', path, { minGroup: 13 }, { 'if-match': seen });
  expect([second.status, second.body.type]).toEqual([412, 'urn:trajectoires:problem:changed']);
  expect((await program.get(path)).body.minGroup).toBe(12);
  const fresh = first.headers.get('etag') ?? '';
  expect((await program.send('PATCH', path, { minGroup: 13 }, { 'if-match': fresh })).status).toBe(200);
});

test('a draft may take another code that is free, and only a draft', async () => {
  const { body } = await draft('Premier nom');
  const renamed = await program.send('PATCH', `/consultations/${body.code}`, { code: 'autre-nom' });
  expect(renamed.body.code).toBe('autre-nom');
  expect((await program.get(`/consultations/${body.code}`)).status).toBe(404);
  const taken = await program.send('PATCH', '/consultations/autre-nom', { code: 'decouverte' });
  expect([taken.status, taken.body.type]).toEqual([409, 'urn:trajectoires:problem:taken']);
  const fixed = await program.send('PATCH', '/consultations/decouverte', { code: 'autre', minGroup: 5 });
  expect([fixed.status, fixed.body.errors.length]).toEqual([409, 2]);
});

test('of fewer people than may be shown nothing is told', async () => {
  const d = '/consultations/decouverte';
  expect((await program.get(`${d}/results`)).body).toEqual({ state: 'waiting', minGroup: 11, needed: 18 });
  expect((await program.get(`${d}/results/vision`)).body.catalogue.state).toBe('waiting');
  const paths = [
    `results/categories?role=${catalogue.roles[0]}`,
    'results/comparison?with=x',
    'exports/json',
    'exports/briefing-pdf',
  ];
  for (const path of paths) {
    const { status, body } = await program.get(`${d}/${path}`);
    expect([path, status, body.type]).toEqual([path, 409, 'urn:trajectoires:problem:too-few']);
    expect(body.detail).toBe('At least 18 more people are needed before a result can be shown.');
  }
  expect((await program.send('POST', `${d}/moments`, {})).status).toBe(409);
  // How many came tells no opinion; who they are does not stand out of four.
  const { starts, roles } = (await program.get(`${d}/following`)).body;
  expect(starts).toBe(4);
  expect(Object.values(roles).every((n) => n === 0 || n === 'few')).toBe(true);
});

test('a text is read without whose it is, and is gone with its author', async () => {
  const { body } = await program.get('/consultations/decouverte/texts?mark=unsorted');
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ kind: 'concern', text: shared });
  expect(JSON.stringify(body)).not.toContain('person-');
  const path = `/consultations/decouverte/texts/${body.items[0].id}/mark`;
  await program.send('PUT', path, { mark: 'quote', reason: 'Dit ce que beaucoup pensent' });
  const quoted = (await program.get('/consultations/decouverte/texts?mark=quote')).body.items[0];
  expect(quoted.mark).toMatchObject({ mark: 'quote', reason: 'Dit ce que beaucoup pensent' });
  const { items } = (await program.get('/journal?size=1')).body;
  expect(items[0].did).toBe('text-marked');
  expect(JSON.stringify(items)).not.toContain(shared);
  expect(
    (await program.send('PUT', path.replace(body.items[0].id, 'x'), { mark: 'quote', reason: 'r' })).status,
  ).toBe(404);
});

test('what a table agreed on is held to the form of the space', async () => {
  const path = '/consultations/decouverte/tables';
  const [domain] = catalogue.domains;
  const id = domain?.trajectories[0]?.id ?? '';
  const said = (kept: object) => ({
    ...{ table: 'Table 1', people: 6, domains: { [domain?.id ?? '']: { kept: { [id]: kept } } } },
  });
  expect((await program.send('POST', path, said({ horizon: 'under-5' }))).status).toBe(201);
  const again = await program.send('POST', path, said({ horizon: 'never' }));
  expect(again.status).toBe(422);
  expect(again.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    `#/domains/${domain?.id}/kept/${id}/horizon`,
    '#/table',
  ]);
  const empty = await program.send('POST', path, { table: 'Table 2', people: 6, domains: {} });
  expect(empty.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/domains']);
  const kit = await owner.get('/animation/c/decouverte/materiel');
  expect(kit.text).toContain('Table 1');
});

test('every format opens as what it says', async () => {
  const large = await filled(34);
  try {
    const read = async (format: string) => {
      const answer = await fetch(`${large.url}/api/consultations/decouverte/exports/${format}?lang=en`, {
        headers: { authorization: `Bearer ${large.facilitatorKey}` },
      });
      return {
        answer,
        begins: Buffer.from(await answer.arrayBuffer())
          .subarray(0, 4)
          .toString('latin1'),
      };
    };
    const begins: Record<string, string> = {
      pdf: '%PDF',
      'briefing-pdf': '%PDF',
      docx: 'PK\x03\x04',
      'briefing-docx': 'PK\x03\x04',
      xlsx: 'PK\x03\x04',
      zip: 'PK\x03\x04',
      csv: '\xef\xbb\xbf',
      json: '{\n  ',
    };
    for (const [format, expected] of Object.entries(begins)) {
      const { answer, begins: found } = await read(format);
      expect([format, answer.status, found.startsWith(expected)]).toEqual([format, 200, true]);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="decouverte-/);
    }
    expect((await read('exe')).answer.status).toBe(404);
    const journal = await call(`${large.url}/api/journal?size=1`, { token: large.facilitatorKey });
    expect(journal.body.items[0]).toMatchObject({ did: 'exported', by: { name: 'FACILITATOR_KEY' } });
  } finally {
    await large.stop();
    await removeFolder(large.dataDir);
  }
}, 90_000);

test('what comes of so many people, and the trajectories that are recommended for them', async () => {
  const { body } = await draft('Combien serons-nous');
  const path = `/consultations/${body.code}`;
  const unsaid = await program.get(`${path}/plan`);
  expect([unsaid.status, unsaid.body.errors?.[0].parameter]).toEqual([422, 'expected']);
  const set = await program.send('PATCH', path, { expected: 20, minGroup: 5, length: 'usual' });
  expect(set.body.expected).toBe(20);
  const { body: made } = await program.get(`${path}/plan`);
  expect(made).toMatchObject({ expected: 20, minGroup: 5, trajectories: 63, largest: 48, peopleNeeded: 28 });
  await program.send('PATCH', path, { trajectories: made.recommended });
  const { body: after } = await program.get(`${path}/plan`);
  expect(after).toMatchObject({ trajectories: 48, withFigures: 48, views: { mean: 10 } });
  expect((await program.get(`${path}/plan?expected=28`)).body.recommended).toHaveLength(63);
  expect((await program.send('PATCH', path, { expected: null })).body).not.toHaveProperty('expected');
});
