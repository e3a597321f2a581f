import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStore } from '#store/files/open.ts';
import type { Store } from '#store/store.ts';
import { bytesIn } from '#test/bytes-in.ts';
import { newConsultation, newPerson } from '#test/conversations/world.ts';
import { nobody } from '#test/projections/nobody.ts';
import { entering, type Member, readable } from '../admin/member.ts';
import { agreed, peopled } from '../admin/peopled.ts';
import { town } from '../admin/town.ts';
import { call } from './call.ts';
import { arrive, begin } from './person.ts';
import { type Running, removeFolder, running } from './running.ts';

/** What people of `voisins` left somewhere, each word in one place alone. */
const canaries = {
  answer: 'mot-de-la-reponse',
  unclear: 'mot-mal-compris',
  reply: 'mot-redit',
  address: '29:adresse-de-la-personne',
  member: '29:membre-du-canal',
  reason: 'Madame Canari, de la poste',
  hash: 'empreinte-du-texte',
  link: 'empreinte-du-code',
  whereabouts: 'empreinte-de-la-personne',
  aside: 'mot-mis-de-cote',
  line: 'mot-dans-une-ligne',
  proposal: 'mot-dans-une-proposition',
} as const;

const at = '2026-11-20T10:00:00.000Z';
const once = { schema: 1, version: 0 } as const;

/** Everything that may be kept of a person, in each store. */
async function fill(store: Store): Promise<void> {
  const change = (id: string, more: object) =>
    store.update('consultation', id, (its) => its && { ...its, ...more });
  for (const id of ['atelier', 'petit']) await change(id, { retentionMonths: 60 });
  await change('voisins', {
    closesAt: '2026-12-15T23:00:00.000Z',
    publishedAt: '2026-12-16T09:00:00.000Z',
    quotes: [canaries.hash],
  });
  const id = 'voisins-canari';
  const consultation = 'voisins';
  await store.save(
    'participant',
    newPerson({
      ...{ id, consultation, consent: { at } },
      answers: { 'mobility-own-words': { kind: 'text', value: canaries.answer } },
      unclear: [{ item: 'menu', at, text: canaries.unclear }],
      handled: [
        { id: 'a', replies: [{ label: 'notice', about: 'language', facts: { code: canaries.reply } }] },
      ],
    }),
  );
  const reference = { user: { id: canaries.address } };
  await store.save('reference', { ...once, id: 'ref', consultation, participant: id, reference });
  await store.save('link', { ...once, id: canaries.link, participant: id });
  await store.save('last-consultation', { ...once, id: canaries.whereabouts, consultation });
  const decided = { mark: 'aside', reason: canaries.reason, at, by: 'zoe' } as const;
  await store.save('text-mark', { ...once, id: canaries.hash, consultation, ...decided });
  await store.save('proposal', {
    ...{ ...once, id: 'proposee', consultation, language: 'fr', domain: 'mobility', at, state: 'waiting' },
    ...{ title: 'Un titre', summary: canaries.proposal, benefit: 'Un gain', risk: 'Un risque' },
  });
  await store.save('channel-post', {
    ...{ ...once, id: 'canal', consultation, since: at, place: 'place', language: 'fr', posts: {}, gone: at },
    ...{ address: { channelId: 'msteams' }, members: [canaries.member] },
  });
}

/** What a damage had set aside. */
async function setAside(dir: string): Promise<void> {
  await mkdir(join(dir, 'quarantine'), { recursive: true });
  const put = (name: string, text: string) => writeFile(join(dir, 'quarantine', name), text);
  const now = Date.now().toString(36);
  await put(`participant.x.${now}-1-1.json`, `{"consultation": "voisins", "text": "${canaries.aside}`);
  await put(`journal.000000000000001.${now}-1-2.txt`, `{"consultation":"voisins","t":"${canaries.line}"`);
}

let dir: string;
beforeAll(async () => {
  dir = await town(fill);
  await setAside(dir);
  const store = await openStore(dir);
  await store.backup(7);
  await store.close();
}, 30_000);
afterAll(() => removeFolder(dir));

/** The program as it runs at a moment, on the same folder. */
async function on(now: string, visit: (app: Running, owner: Member) => Promise<void>): Promise<void> {
  const app = await running(dir, {}, { now: () => now });
  try {
    await visit(app, await entering(app.spaceLink));
  } finally {
    await app.stop();
  }
}

/** A page of the space, once it says something. */
async function saying(owner: Member, path: string, text: string | RegExp): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    const page = readable((await owner.get(path)).text);
    if (page.match(text) !== null) return page;
    await pause(10);
  }
  throw new Error(`${path} never says “${text}”: ${readable((await owner.get(path)).text)}`);
}

const follow = '/animation/c/voisins';
const results = '/c/voisins/resultats';
const announced = /prévenu que les réponses seront effacées/g;

test('people read the day, and so do those who facilitate', async () => {
  await on('2026-12-16T10:00:00.000Z', async (app, owner) => {
    const told = (await call(`${app.url}/confidentialite?c=voisins`)).text;
    expect(told).toMatch(/12\u00a0mois après/);
    await saying(owner, follow, /Les réponses seront effacées le 16 décembre 2027/);
    await saying(owner, `${follow}/resultats`, '24 personnes ont choisi de prendre part');
    const settings = readable((await owner.get(`${follow}/reglages/calendar`)).text);
    expect(settings).toContain('La fin est le jour de clôture');
    for (const one of Object.values(canaries)) expect([one, await bytesIn(dir, one)]).not.toEqual([one, []]);
    expect(await bytesIn(join(dir, 'backups'), canaries.hash, canaries.member)).not.toEqual([]);
  });
}, 30_000);

test('they are warned 30 and 7 days before, once each over restarts', async () => {
  const log = '/animation/journal';
  const counted = async (owner: Member) =>
    readable((await owner.get(log)).text).match(announced)?.length ?? 0;
  for (const _restart of [1, 2])
    await on('2027-11-16T10:00:00.000Z', async (_app, owner) => {
      await saying(owner, log, announced);
      expect(await counted(owner)).toBe(1);
      await saying(owner, follow, 'Les réponses seront effacées dans 30 jours');
      await saying(owner, '/animation', 'dans 30 jours');
    });
  await on('2027-12-09T10:00:00.000Z', async (_app, owner) => {
    await saying(owner, log, /seront effacées.*seront effacées/);
    expect(await counted(owner)).toBe(2);
    await saying(owner, follow, 'Les réponses seront effacées dans 7 jours');
  });
}, 60_000);

test('at the time, nothing of anybody stays anywhere, and the results do and say so', async () => {
  await on('2027-12-16T00:10:00.000Z', async (app, owner) => {
    await saying(owner, follow, 'Les réponses ont été effacées le 16 décembre 2027');
    const gone = [...Object.values(canaries), 'voisins-'];
    expect(await bytesIn(dir, ...gone)).toEqual([]);
    expect(await bytesIn(dir, 'atelier-0')).not.toEqual([]);
    await lasting(app, owner);
  });
  expect(await bytesIn(dir, ...Object.values(canaries), 'voisins-')).toEqual([]);
  // And they do so after a start, on which nobody is counted any more.
  await on('2028-01-10T10:00:00.000Z', async (app, owner) => {
    await lasting(app, owner);
    for (const format of ['json', 'csv', 'pdf', 'docx', 'xlsx'])
      expect([format, (await owner.get(`${follow}/resultats/export/${format}`)).status]).toEqual([
        format,
        200,
      ]);
    const json = JSON.parse((await owner.get(`${follow}/resultats/export/json`)).text);
    expect(json.domains.map((one: { participants: number }) => one.participants)).toEqual([24, 24]);
  });
}, 60_000);

async function lasting(app: Running, owner: Member): Promise<void> {
  const page = await call(`${app.url}${results}`);
  expect(readable(page.text)).toContain(
    'Les réponses ont été effacées le 16 décembre 2027 ; ces résultats d’ensemble restent.',
  );
  expect(page.text).toContain('24 personnes ont choisi de prendre part');
  const shown = await saying(owner, `${follow}/resultats`, 'ces résultats d’ensemble restent');
  expect(shown).toContain('24 personnes ont choisi de prendre part');
  expect(readable((await owner.get('/animation')).text)).toContain('24 personnes ont pris part');
  expect(readable((await owner.get(`${follow}/textes`)).text)).toContain('Les textes ont été effacés');
}

test('an owner erases before the time, asked twice, while people are at it', async () => {
  const secret = 'mot-dit-en-conversation';
  const app = await running();
  try {
    const owner = await entering(app.spaceLink);
    const person = await begin(app.url);
    await person.submit({ act: 'answer', question: 'mobility-own-words', value: secret });
    const { replies } = await person.say('pause');
    const [code = ''] = /[A-Z0-9]{5}(?:-[A-Z0-9]{5}){2}/.exec(JSON.stringify(replies)) ?? [];
    expect(await bytesIn(app.dataDir, secret)).not.toEqual([]);
    const here = '/animation/c/decouverte';
    expect((await owner.get(here)).text).toContain(`href="${here}/effacement"`);
    const results = `${app.url}/c/decouverte/resultats`;
    expect((await call(results)).text).toContain('Donner mon avis');
    const unsure = await owner.post(`${here}/effacement`, {}, `${here}/effacement`);
    expect(unsure.status).toBe(422);
    expect(readable(unsure.text)).toContain('Cochez cette case');
    expect(await bytesIn(app.dataDir, secret)).not.toEqual([]);
    await owner.post(`${here}/effacement`, { sure: 'oui' }, `${here}/effacement`);
    await saying(owner, here, 'Les réponses ont été effacées');
    expect(await bytesIn(app.dataDir, secret)).toEqual([]);
    // Nobody is asked for a view that would not be taken.
    expect((await call(results)).text).not.toContain('Donner mon avis');
    expect((await owner.get(`${here}/effacement`)).status).toBe(404);
    expect(readable((await owner.get('/animation/journal')).text)).toContain('A fait effacer les réponses');
    // What was said here is gone from memory, too, and nobody begins again.
    expect((await person.ask('GET', '/activities')).status).toBe(404);
    const back = await arrive(app.url, { previous: person.token });
    await back.say(code);
    await back.submit({ act: 'consent', agree: true });
    await back.say(secret);
    expect(await bytesIn(app.dataDir, secret)).toEqual([]);
  } finally {
    await app.stop();
  }
  expect(await bytesIn(app.dataDir, secret)).toEqual([]);
  expect(await bytesIn(join(app.dataDir, 'participant'), '"consultation"')).toEqual([]);
  await removeFolder(app.dataDir);
}, 30_000);

test('an erasure that a crash cut short is done by the next start', async () => {
  const people = ['crash-a', 'crash-b'].map((id) => agreed(id, { castAt: at }));
  const app = await peopled(people, (store) =>
    store.update('consultation', 'decouverte', () => ({
      ...newConsultation({ version: 0, closed: true }),
      erasure: { beganAt: at, ...nobody },
    })),
  );
  const owner = await entering(app.spaceLink);
  await saying(owner, '/animation/c/decouverte', 'Les réponses ont été effacées');
  expect(await bytesIn(app.dataDir, 'crash-a', 'crash-b')).toEqual([]);
  await app.stop();
  await removeFolder(app.dataDir);
}, 30_000);
