import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Response } from 'restify';
import { createStreams } from '#web/http/streams.ts';
import { arrive, begin } from '../app/person.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { entering, invited, type Member, readable } from './member.ts';
import { agreed, peopled } from './peopled.ts';
import { listening } from './stream.ts';

const home = '/animation/c/decouverte';
const here = `${home}/suivi`;
const flux = `${here}/flux`;
const stopped = '2026-11-01T10:00:00.000Z';

/** Seven who stopped long ago at the first question of learning. */
const seven = Array.from({ length: 7 }, (_, i) =>
  agreed(`p${i}`, {
    startedAt: stopped,
    updatedAt: stopped,
    domain: 'learning',
    profile: { roles: ['resident'], territory: 'declined' },
    unclear:
      i === 0
        ? [{ item: 'mobility-hard', at: stopped, text: 'bof <b>bof</b>' }]
        : [{ item: 'menu', at: stopped }],
    spent: 60 * (i + 1),
    ...(i > 0 && { device: i < 5 ? 'phone' : 'teams' }),
  }),
);

const role = (owner: Member, name: string): Promise<Member> => invited(owner, `Une ${name}`, name);

/** A channel's service on this machine: the labels of the first two things posted to it. */
async function channel() {
  const both = Promise.withResolvers<readonly unknown[]>();
  const labels: unknown[] = [];
  const server = createServer(async (request, response) => {
    labels.push(((await json(request)) as { label?: unknown }).label);
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"posted"}');
    if (labels.length === 2) both.resolve(labels);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    both: both.promise,
    stop: () => server.close(),
  };
}

/** How the page says that so many people began. */
const begun = (n: number) => `<strong>${n}</strong> <span>ont commencé</span>`;

describe('the follow page', () => {
  let app: Running;
  let owner: Member;
  beforeAll(async () => {
    app = await peopled(seven);
    owner = await entering(app.spaceLink);
  });
  afterAll(async () => {
    await app.stop();
    await removeFolder(app.dataDir);
  });

  test('says exactly how many came and how far they are, the last one too', async () => {
    const page = readable((await owner.get(here)).text);
    expect(page).toContain(
      'Personne n’a encore donné d’avis. 7 ont commencé 0 a terminé au moins un domaine',
    );
    expect(page).toMatch(/Formation et compétences 7 0/);
    expect(page).toContain('1er novembre 2026 7');
    expect(page).toContain('Choix du domaine 6 6');
    expect(page).toContain('Qu’est-ce qui complique vos déplacements ? 1 1');
    expect(page).toContain('Habitante ou habitant 7 Chacun des autres moins de 5');
    expect(page).toContain('Page, sur un téléphone 4 Teams 2 Autre, ou non connu 1');
    expect(page).toContain('La consultation n’est dans aucun canal.');
  });

  test('is there in English, and gone where there is no consultation', async () => {
    const page = readable((await owner.get(`${here}?lang=en`)).text);
    expect(page).toContain('Nobody has given a view yet. 7 began');
    expect((await owner.get('/animation/c/nulle-part')).status).toBe(404);
    expect((await owner.get('/animation/c/nulle-part/suivi/flux')).status).toBe(404);
  });

  test('shows what was not understood to those who facilitate, counts alone to a reader', async () => {
    const [mine, theirs] = [await owner.get(here), await (await role(owner, 'reader')).get(here)];
    expect(mine.text).toContain('<q>bof &lt;b&gt;bof&lt;/b&gt;</q>');
    expect(theirs.text).not.toContain('bof');
    expect(readable(theirs.text)).toContain('Choix du domaine 6 6');
    expect(theirs.text).not.toContain('/rappel"');
  });

  test('is let alone by whoever is not in', async () => {
    for (const path of [here, flux]) {
      const answer = await fetch(app.url + path, { redirect: 'manual' });
      expect(answer.status).toBe(303);
    }
  });

  test('comes live: at once what is new, nothing to whoever has it, then each change', async () => {
    const { cookie } = owner;
    const stream = await listening(app.url + flux, { cookie });
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('content-encoding')).toBeNull();
    const first = await stream.next();
    expect(first?.data).toMatch(/^<section id="live"/);
    expect(first?.data).toContain(begun(7));
    expect(first?.data).toContain(`data-print="${first?.id}"`);
    expect(stream.others).toEqual(['retry: 3000']);

    const again = await listening(app.url + flux, { cookie, 'last-event-id': first?.id ?? '' });
    await begin(app.url);
    const [next, later] = await Promise.all([stream.next(), again.next()]);
    expect(next?.data).toContain(begun(8));
    // They had the first: what they hear of is the second.
    expect(later).toEqual(next);
    stream.leave();
    again.leave();
  });

  test('ten people at once are no ten events: one a second at most', async () => {
    const stream = await listening(app.url + flux, { cookie: owner.cookie });
    expect((await stream.next())?.data).toContain(begun(8));
    const since = Date.now();
    await Promise.all(Array.from({ length: 10 }, () => begin(app.url)));
    let [events, heard] = [0, ''];
    for (; !heard.includes(begun(18)); events++) heard = (await stream.next())?.data ?? begun(18);
    expect(heard).toContain('<section id="live"');
    expect(events).toBeLessThanOrEqual((Date.now() - since) / 1_000 + 1);
    stream.leave();
  }, 30_000);

  test('a session has four streams, and another once it leaves one', async () => {
    const reader = await role(owner, 'reader');
    const open = () => listening(app.url + flux, { cookie: reader.cookie });
    const four = await Promise.all([open(), open(), open(), open()]);
    expect(four.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await open()).status).toBe(429);
    // Other sessions are not held up.
    const other = await listening(app.url + flux, { cookie: owner.cookie });
    expect(other.status).toBe(200);
    other.leave();
    four[0]?.leave();
    let late = await open();
    for (let tries = 0; late.status === 429 && tries < 50; tries++) late = await open();
    expect(late.status).toBe(200);
    for (const stream of [...four, late]) stream.leave();
  });
});

test('streams end with the server, which does not wait for them', async () => {
  const app = await running();
  const { cookie } = await entering(app.spaceLink);
  const stream = await listening(app.url + flux, { cookie });
  expect((await stream.next())?.data).toContain('Personne n’a encore donné d’avis.');
  // A stream that is cut at the deadline breaks off, and reading it would fail: this one comes to its end.
  const [last] = await Promise.all([stream.next(), app.stop()]);
  expect(last).toBeUndefined();
  await removeFolder(app.dataDir);
});

test('who stopped half-way is reminded once, the journal says how many, and a closed consultation reminds nobody', async () => {
  const teams = await channel();
  const halfway = seven.slice(0, 3).map((person, i) => ({
    ...person,
    domain: 'mobility' as const,
    answers: { 'mobility-daily': { kind: 'skipped' as const } },
    ...(i === 2 && { unreminded: true as const }),
  }));
  const app = await peopled(halfway, async (store) => {
    for (const { id } of halfway) {
      const reference = {
        ...{ channelId: 'emulator', serviceUrl: teams.url },
        ...{ conversation: { id: `c-${id}` }, bot: { id: 'b' } },
      };
      await store.save('reference', {
        ...{ schema: 1, id: `r-${id}`, version: 0, consultation: 'decouverte' },
        ...{ participant: id, reference },
      });
    }
  });
  const owner = await entering(app.spaceLink);
  const remind = async () => readable((await owner.post(`${home}/rappel`, {}, here)).text);
  expect(await remind()).toContain('2 personnes reçoivent un rappel.');
  expect(await teams.both).toEqual(['notice', 'notice']);
  expect(await remind()).toContain('Personne n’est à rappeler pour le moment.');
  const journal = readable((await owner.get('/animation/journal')).text);
  expect(journal).toContain('A envoyé 2 rappels Découverte');
  const page = await owner.post(`${home}/cloture`, {}, home);
  expect(page.text).not.toContain('/rappel"');
  const { text } = await owner.post(`${home}/rappel`, {}, '/animation');
  expect(text).not.toContain('un rappel.');
  const kept = readable((await owner.get('/animation/journal')).text);
  expect(kept.match(/A envoyé 2 rappels|N’avait personne à rappeler/g)).toHaveLength(2);
  teams.stop();
  await app.stop();
  await removeFolder(app.dataDir);
});

test('a person who is just greeted has not chosen to take part', async () => {
  const app = await running();
  const owner = await entering(app.spaceLink);
  await arrive(app.url);
  expect(readable((await owner.get(here)).text)).toContain('Personne n’a encore donné d’avis.');
  await app.stop();
  await removeFolder(app.dataDir);
});

describe('a stream', () => {
  const quick = { beat: 20, longest: 60_000, look: 60_000, most: 4 };
  const state = (print: string) => ({ print, markup: `<p>${print}</p>` });

  /** Listens to a stream of its own, drawn by `draw`. */
  async function streaming(rhythm: typeof quick, draw: () => Promise<ReturnType<typeof state> | undefined>) {
    const streams = createStreams(() => true, rhythm);
    const [told, left] = [new Set<() => void>(), Promise.withResolvers<void>()];
    const server = createServer(async (_, response) => {
      const watch = (listener: () => void) => {
        told.add(listener);
        return () => void told.delete(listener);
      };
      await streams.open('me', response as unknown as Response, '', { draw, watch });
      left.resolve();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stream = await listening(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {});
    const stop = () => void server.close();
    return { stream, told, left: left.promise, stop };
  }

  test('says a word now and then while nothing happens, and says nothing twice', async () => {
    let now = state('one');
    const { stream, told, left, stop } = await streaming(quick, async () => now);
    expect(await stream.next()).toEqual({ id: 'one', data: '<p>one</p>' });
    for (const tell of told) tell();
    now = state('two');
    for (const tell of told) tell();
    expect((await stream.next())?.id).toBe('two');
    const third = stream.next();
    const beats = new Promise<void>((resolve) => {
      const look = () =>
        stream.others.filter((it) => it === ':').length > 2 ? resolve() : setImmediate(look);
      look();
    });
    await beats;
    stream.leave();
    await expect(third).rejects.toThrow();
    await left;
    // Nobody is told any more.
    expect(told.size).toBe(0);
    stop();
  });

  test('ends after a while, for the browser to come back and be let in anew', async () => {
    const { stream, left, stop } = await streaming({ ...quick, longest: 30 }, async () => state('one'));
    expect((await stream.next())?.id).toBe('one');
    expect(await stream.next()).toBeUndefined();
    await left;
    stop();
  });

  test('ends when there is nothing more to tell, or when telling fails', async () => {
    const gone = await streaming(quick, async () => undefined);
    expect(await gone.stream.next()).toBeUndefined();
    gone.stop();
    const broken = await streaming(quick, () => Promise.reject(new Error('broken')));
    expect(await broken.stream.next()).toBeUndefined();
    broken.stop();
  });
});
