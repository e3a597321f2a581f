import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { call } from '../app/call.ts';
import { removeFolder } from '../app/running.ts';
import { type Attack, type AttackAnswer, from } from './attack.ts';
import { type Attacker, attackersOf } from './attackers.ts';
import { type Door, doors } from './doors.ts';
import { type AttackedPlace, attackedPlace, canaries, title } from './place.ts';
import { sent } from './sent.ts';

let place: AttackedPlace;
let attackers: readonly Attacker[];
beforeAll(async () => {
  place = await attackedPlace();
  attackers = await attackersOf(place);
}, 60_000);
afterAll(async () => {
  await place.app.stop();
  await removeFolder(place.app.dataDir);
});

interface Route {
  readonly method: string;
  readonly path: string;
}

/** As the server itself tells them. */
const routes = (): readonly Route[] =>
  Object.values(place.server.router.getRoutes()).map(({ method, path }) => ({
    method: `${method}`,
    path: `${path}`,
  }));
const nameOf = ({ method, path }: Route) => `${method} ${path}`;

test('each route of the server has its row, and each row its route', () => {
  expect(routes().map(nameOf).toSorted()).toEqual([...doors.keys()].toSorted());
});

test('whoever may, finds each of the things that nobody else is to find', async () => {
  const c = '/animation/c/atelier';
  const paths = ['', '/equipe', '/acces'].map((path) => `/animation${path}`);
  const within = ['/resultats/comparer', '/materiel', '/textes'].map((path) => c + path);
  const pages = await Promise.all([...paths, ...within].map((path) => place.owner.get(path)));
  const all = pages.map(({ text }) => text).join('\n');
  for (const canary of [...Object.values(canaries), title]) expect(all).toContain(canary);
});

/** What belongs to `atelier`, as far as it may be seen and changed. */
async function belongings(): Promise<string> {
  const { app, owner } = place;
  const read = async (what: string) =>
    (await call(`${app.url}/api/consultations/atelier${what}`, { token: app.facilitatorKey })).text;
  const pages = await Promise.all(
    ['equipe', 'acces'].map(async (name) => (await owner.get(`/animation/${name}`)).text),
  );
  const told = await Promise.all(
    ['', '/moments', '/tables', '/texts', '/cross-impacts', '/follow-ups'].map(read),
  );
  const made = (await call(`${app.url}/api/consultations?size=200`, { token: app.facilitatorKey })).body
    .items;
  const theirs = pages.map((page) => Object.values(canaries).filter((one) => page.includes(one)));
  return JSON.stringify({
    // The program itself saves what it releases.
    told: told.map((text) => text.replace(/"version":\d+,/, '')),
    theirs,
    codes: made.map(({ code }: { code: string }) => code).includes('brouillon'),
  });
}

test('a key at its end is told so', async () => {
  const answer = await call(`${place.app.url}/api/consultations`, { token: place.keys.ended });
  expect([answer.status, answer.body.type]).toEqual([401, 'urn:trajectoires:problem:key-ended']);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
});

test('of all that anyone may read, the head is there without the rest', async () => {
  const { app } = place;
  const attacker = { ...attackers[0], headers: {} } as Attacker;
  const { send, close } = from('127.0.1.99');
  const told = [];
  for (const route of routes().filter(({ method }) => method === 'HEAD')) {
    const aim = { ...place, code: 'atelier', attacker, url: app.url };
    const [head, whole] = [await send(sent(route, aim)), await send(sent({ ...route, method: 'GET' }, aim))];
    expect([route.path, head.status, head.body]).toEqual([route.path, whole.status, '']);
    told.push(route.path);
  }
  close();
  expect(told).toEqual(expect.arrayContaining(['/c/:code/resultats', '/readyz', '/catalogue']));
});

describe('nobody in', () => {
  const failures: string[] = [];
  let tries = 0;
  let before = '';

  test('every attacker at every door', async () => {
    before = await belongings();
    await Promise.all(attackers.map((attacker, place) => tryAll(attacker, `127.0.1.${place + 1}`)));
    expect(failures).toEqual([]);
    expect(tries).toBeGreaterThan(1_200);
  }, 120_000);

  test('nothing of theirs is changed', async () => {
    expect(await belongings()).toBe(before);
  });

  async function tryAll(attacker: Attacker, address: string) {
    const { send, close } = from(address);
    const all = routes().flatMap((route) => {
      const door = doors.get(nameOf(route));
      if (door === undefined || attacker.expected[door] === undefined) return [];
      if (attacker.writesOnly && ['GET', 'HEAD'].includes(route.method)) return [];
      return [{ route, door }];
    });
    // One who is out at the first try would only be tried as a stranger from then on.
    const order = all.toSorted(
      (a, b) => Number(a.route.path.endsWith('/sortie')) - Number(b.route.path.endsWith('/sortie')),
    );
    for (const { route, door } of order) await tryOne(attacker, route, door, send);
    close();
  }

  async function tryOne(
    attacker: Attacker,
    route: Route,
    door: Door,
    send: (attack: Attack) => Promise<AttackAnswer>,
  ) {
    const { url } = place.app;
    const attack = (code: string) => sent(route, { ...place, code, attacker, url });
    const answer = await send(attack('atelier'));
    tries += 1;
    const told = `${attacker.name}: ${nameOf(route)} → ${answer.status}`;
    if (!attacker.expected[door]?.includes(answer.status))
      failures.push(`${told} ${answer.body.slice(0, 200)}`);
    const hidden = [...Object.values(canaries), ...(seesTitle(attacker, door) ? [] : [title])];
    for (const canary of hidden) if (answer.whole.includes(canary)) failures.push(`${told} tells ${canary}`);
    if (route.path.includes(':code') && attacker.blind?.includes(door)) {
      const other = await send(attack('nulle-part'));
      const same = answer.status === other.status && unnamed(answer.body) === unnamed(other.body);
      if (!same) failures.push(`${told}, where there is none ${other.status}`);
      tries += 1;
      await tryWithin(attacker, route, door, send);
    }
  }

  /** With an id of theirs under a consultation of one's own. */
  async function tryWithin(
    attacker: Attacker,
    route: Route,
    door: Door,
    send: (attack: Attack) => Promise<AttackAnswer>,
  ) {
    if (!/:(id|text|table)/.test(route.path)) return;
    const answer = await send(sent(route, { ...place, code: 'voisins', attacker, url: place.app.url }));
    tries += 1;
    if (![303, 404, 422].includes(answer.status))
      failures.push(`${attacker.name}: ${nameOf(route)} within their own → ${answer.status} at ${door}`);
  }
});

/** An answer may say the address that was asked for. */
const unnamed = (body: string): string => body.replaceAll('atelier', 'nulle-part');

/** Its own page tells its title to anyone, and to whoever is of its team the space does. */
const seesTitle = ({ name }: Attacker, door: Door): boolean =>
  door === 'anyone' || door === 'channel' || name === 'a reader' || name === 'a participant';
