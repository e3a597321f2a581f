import { createHmac, createSecretKey } from 'node:crypto';
import { mock } from 'node:test';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Delivery } from '#domain/records/hook.ts';
import { createInProcessJobs } from '#jobs/in-process-jobs.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import { openStore } from '#store/files/open.ts';
import { newFolder, removeFolder } from '#test/http/app/running.ts';
import { type HandClock, handClock } from '#test/jobs/hand-clock.ts';
import { nobody } from '#test/projections/nobody.ts';
import { messageForm } from '#web/api/description/webhooks.ts';
import { createHooks, type Hooks } from '#web/api/hooks/hooks.ts';
import { type Receiver, receiver } from './receiver.ts';

const key = createSecretKey(Buffer.alloc(32, 7));
const minute = 60_000;

let dir: string;
let store: Awaited<ReturnType<typeof openStore>>;
let clock: HandClock;
let hooks: Hooks;
let jobs: JobQueue;
let other: Receiver;
let took: number;
const failures: unknown[] = [];

async function opened(timeoutMs = 5_000): Promise<Hooks> {
  jobs = createInProcessJobs(clock);
  const made = createHooks({
    ...{ store, key, jobs, time: clock.now, timeoutMs, reach: { thisMachine: true } },
    tallies: { participationIn: async () => ({ took, domains: [], roles: {} }) },
    log: { error: (...told: unknown[]) => void failures.push(told) } as never,
    random: () => 0.5,
  });
  await jobs.start();
  return made;
}

async function closed(): Promise<void> {
  hooks.close();
  await jobs.close(1_000);
}

beforeEach(async () => {
  dir = await newFolder();
  store = await openStore(dir);
  clock = handClock();
  other = await receiver();
  took = 0;
  failures.length = 0;
  hooks = await opened();
});
afterEach(async () => {
  await closed();
  await store.close();
  await other.stop();
  await removeFolder(dir);
  expect(failures).toEqual([]);
  // Whatever was told, it is what the description of the interface says.
  for (const told of other.heard.map(({ body }) => JSON.parse(body)))
    if (told.type !== 'test') expect(messageForm(told.type).parse(told)).toEqual(told);
});

const consultation = (more: Partial<Consultation> = {}): Consultation => ({
  ...{ schema: 1, id: 'le-val', version: 0, catalogue: 'trajectoires@1.0.0', language: 'fr' },
  ...{ title: { fr: 'Le val' }, territory: { fr: 'Le val' }, controller: { name: {}, contact: '' } },
  ...{ domains: ['mobility'], retentionMonths: 12, opensAt: '2026-11-01T00:00:00.000Z', closed: false },
  ...{ minGroup: 11, draft: true, ...more },
});

/** The deliveries once they are as wished; the store tells of each change. */
async function deliveries(
  hook: string,
  wished: (all: readonly Delivery[]) => boolean,
): Promise<readonly Delivery[]> {
  const all = await hooks.deliveries(hook);
  if (wished(all)) return all;
  await new Promise<void>((done) => {
    const stop = store.watch(({ kind }) => {
      if (kind !== 'delivery') return;
      stop();
      done();
    });
  });
  return deliveries(hook, wished);
}

const came = (all: readonly Delivery[]) => all.map(({ tried }) => tried.map((one) => one.came));
const tries = (n: number) => (all: readonly Delivery[]) => all.length > 0 && all[0]?.tried.length === n;

/** What whoever receives a message does to know whom it is from, at the time of this test. */
function isSigned({ headers, body }: Receiver['heard'][number], secret: string): boolean {
  const time = mock.method(Date, 'now', () => clock.now());
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  } finally {
    time.mock.restore();
  }
}

/** What they did before Standard Webhooks. */
function wasSigned({ headers, body }: Receiver['heard'][number], secret: string): boolean {
  const [, t = '', v1 = ''] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(`${headers['x-trajectoires-signature']}`) ?? [];
  const isFresh = Math.abs(Number(t) * 1000 - clock.now()) < 5 * minute;
  return isFresh && createHmac('sha256', secret).update(`${t}.${body}`).digest('hex') === v1;
}

test('a test message arrives, signed with the secret that was told', async () => {
  const { hook, secret } = await hooks.make(`${other.url}/signaux`, ['consultation.opened']);
  await hooks.test(hook.id);
  clock.turn(0);
  const [sent] = await deliveries(hook.id, tries(1));
  expect(came([sent as Delivery])).toEqual([[200]]);
  expect(sent?.next).toBeUndefined();
  const [heard] = other.heard;
  expect(heard?.path).toBe('/signaux');
  expect(heard?.headers).toMatchObject({
    'webhook-id': sent?.id,
    'content-type': 'application/json; charset=utf-8',
  });
  expect(JSON.parse(heard?.body ?? '')).toEqual({
    ...{ id: sent?.id, type: 'test', at: '2026-11-25T12:00:00.000Z', consultation: null, data: {} },
  });
  expect(heard && isSigned(heard, secret)).toBe(true);
  expect(heard && isSigned(heard, (await hooks.make(other.url, ['consultation.opened'])).secret)).toBe(false);
  expect(heard && isSigned({ ...heard, body: `${heard.body} ` }, secret)).toBe(false);
});

test('an address made before Standard Webhooks is signed for the secret that was told then, and for the same key told anew', async () => {
  const { hook, secret } = await hooks.make(other.url, ['consultation.opened']);
  const { signing: _, ...before } = hook;
  await store.save('hook', before);
  await hooks.test(hook.id);
  clock.turn(0);
  const [sent] = await deliveries(hook.id, tries(1));
  const [heard] = other.heard;
  expect(heard?.headers).toMatchObject({
    'x-trajectoires-event': 'test',
    'x-trajectoires-delivery': sent?.id,
  });
  const told = createHmac('sha256', key).update(`hook ${hook.id}`).digest('base64url');
  expect(heard && wasSigned(heard, `tr_hook_${told}`)).toBe(true);
  const anew = `whsec_${told.replaceAll('-', '+').replaceAll('_', '/')}=`;
  expect(anew).toBe(secret);
  expect(heard && isSigned(heard, anew)).toBe(true);
});

test('an address made since carries the standard headers alone', async () => {
  const { hook } = await hooks.make(other.url, ['consultation.opened']);
  await hooks.test(hook.id);
  clock.turn(0);
  await deliveries(hook.id, tries(1));
  expect(Object.keys(other.heard[0]?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual([]);
});

test('another address has another secret, and the store holds neither', async () => {
  const one = await hooks.make(`${other.url}/a`, ['consultation.opened']);
  const two = await hooks.make(`${other.url}/b`, ['consultation.opened']);
  expect(one.secret).not.toBe(two.secret);
  expect(JSON.stringify(await store.load('hook', one.hook.id))).not.toContain(one.secret.slice(8, 20));
});

test('one that fails, hangs and redirects is tried again, later each time, until it takes', async () => {
  await closed();
  hooks = await opened(2_000);
  const { hook, secret } = await hooks.make(other.url, ['consultation.opened']);
  other.answers(500, 'hang', { to: `${other.url}/ailleurs` }, 404, 204);
  await hooks.test(hook.id);
  clock.turn(0);
  for (const [n, minutes] of [1, 3, 9, 27].entries()) {
    await deliveries(hook.id, tries(n + 1));
    clock.turn(minutes * minute - 1);
    expect(other.heard).toHaveLength(n + 1);
    clock.turn(1);
    await other.until(n + 2);
  }
  const all = await deliveries(hook.id, tries(5));
  expect(came(all)).toEqual([[500, 'timeout', 302, 404, 204]]);
  expect(all[0]?.next).toBeUndefined();
  // Nobody followed the redirection, and each try was signed anew.
  expect(other.heard.map(({ path }) => path)).toEqual(Array(5).fill('/'));
  const bodies = new Set(other.heard.map(({ body }) => body));
  const signatures = new Set(other.heard.map(({ headers }) => headers['webhook-signature']));
  expect([bodies.size, signatures.size]).toEqual([1, 5]);
  expect(other.heard.at(-1) && isSigned(other.heard.at(-1) as never, secret)).toBe(true);
});

test('after eight tries it is given up', async () => {
  other.answers(503);
  const { hook } = await hooks.make(other.url, ['consultation.opened']);
  await hooks.test(hook.id);
  clock.turn(0);
  for (let n = 1; n < 8; n++) {
    await deliveries(hook.id, tries(n));
    clock.turn(721 * minute);
  }
  const [last] = await deliveries(hook.id, tries(8));
  expect(last?.next).toBeUndefined();
  clock.turn(10_000 * minute);
  expect(other.heard).toHaveLength(8);
});

test('a restart in the middle goes on where it was', async () => {
  other.answers(500, 200);
  const { hook } = await hooks.make(other.url, ['consultation.opened']);
  await hooks.test(hook.id);
  clock.turn(0);
  await deliveries(hook.id, tries(1));
  await closed();
  await store.close();
  store = await openStore(dir);
  clock = handClock(clock.now() + 5 * minute);
  hooks = await opened();
  await hooks.start();
  clock.turn(0);
  const all = await deliveries(hook.id, tries(2));
  expect(came(all)).toEqual([[500, 200]]);
  expect(new Set(other.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

test('a stop while a message is on its way does not count as a try', async () => {
  other.answers('hang', 200);
  const { hook } = await hooks.make(other.url, ['consultation.opened']);
  await hooks.test(hook.id);
  clock.turn(0);
  await other.until(1);
  await closed();
  hooks = await opened();
  await hooks.start();
  clock.turn(0);
  expect(came(await deliveries(hook.id, tries(1)))).toEqual([[200]]);
});

test('messages go to one address one at a time', async () => {
  const { hook } = await hooks.make(other.url, ['consultation.opened']);
  for (let i = 0; i < 6; i++) await hooks.test(hook.id);
  clock.turn(0);
  await deliveries(hook.id, (all) => all.every(({ tried }) => tried.length === 1));
  expect(other.heard).toHaveLength(6);
  expect(other.together()).toBe(1);
});

test('a message that waits for its next try is not hurried by another one', async () => {
  other.answers(500, 200);
  const { hook } = await hooks.make(other.url, ['consultation.opened']);
  await hooks.test(hook.id);
  await deliveries(hook.id, tries(1));
  clock.turn(1_000);
  await hooks.test(hook.id);
  await deliveries(hook.id, (all) => all.length === 2 && all.every(({ tried }) => tried.length === 1));
  expect(other.heard).toHaveLength(2);
  clock.turn(minute);
  await deliveries(hook.id, (all) => all.every(({ next }) => next === undefined));
  expect(came(await deliveries(hook.id, () => true))).toEqual([[200], [500, 200]]);
});

test('an address that does not answer holds no other up', async () => {
  const late = await receiver();
  late.answers('hang');
  const { hook: slow } = await hooks.make(late.url, ['consultation.opened']);
  const { hook } = await hooks.make(other.url, ['consultation.opened']);
  await hooks.test(slow.id);
  await late.until(1);
  await hooks.test(hook.id);
  expect(came(await deliveries(hook.id, tries(1)))).toEqual([[200]]);
  await closed();
  await late.stop();
});

test('an address that is removed is told nothing more', async () => {
  other.answers(500);
  const { hook } = await hooks.make(other.url, ['consultation.opened']);
  await hooks.test(hook.id);
  clock.turn(0);
  await deliveries(hook.id, tries(1));
  expect((await hooks.remove(hook.id))?.address).toBe(other.url);
  clock.turn(10_000 * minute);
  expect([await hooks.deliveries(hook.id), other.heard.length]).toEqual([[], 1]);
});

test('what happens is told once each: opened, ten people, released, published, closed, soon erased, erased', async () => {
  const saved = async (more: Partial<Consultation>) => {
    const before = await store.load('consultation', 'le-val');
    const { draft: _, ...rest } = { ...consultation(), ...before };
    await store.save('consultation', { ...rest, ...more });
  };
  await store.save('consultation', consultation());
  const all = [
    'consultation.opened',
    'consultation.closed',
    'result.released',
    'result.published',
    'participation.milestone',
    'retention.warning',
    'retention.erased',
  ] as const;
  const { hook } = await hooks.make(other.url, all);
  const { hook: deaf } = await hooks.make(`${other.url}/autre`, ['result.published']);
  await hooks.start();
  /** What came to a path since it was last asked for; changes are gathered for a second. */
  const asked = new Map<string, number>();
  const told = async (path = '/') => {
    const place = asked.get(path) ?? 0;
    asked.set(path, place + 1);
    const found = () => other.heard.filter((one) => one.path === path)[place];
    for (clock.turn(1_000); found() === undefined; clock.turn(0))
      await new Promise((goOn) => setImmediate(goOn));
    return JSON.parse(found()?.body ?? '');
  };
  await saved({});
  expect(await told()).toMatchObject({
    ...{ type: 'consultation.opened', consultation: 'le-val', data: { opensAt: '2026-11-01T00:00:00.000Z' } },
  });
  took = 23;
  await saved({});
  expect(await told()).toMatchObject({ type: 'participation.milestone', data: { people: 20 } });
  // Those who leave and come back are no second milestone.
  took = 9;
  await saved({});
  took = 24;
  const scenario = { n: 24, who: { roles: {}, territories: {} }, domains: [] };
  await saved({ provisional: { at: '2026-11-25T12:30:00.000Z', scenario } });
  expect(await told()).toMatchObject({
    type: 'result.released',
    data: { releasedAt: '2026-11-25T12:30:00.000Z', kind: 'provisional', people: 24 },
  });
  await saved({
    closesAt: new Date(clock.now() + 30 * minute).toISOString(),
    publishedAt: '2026-11-25T12:31:00.000Z',
  });
  expect(await told()).toMatchObject({ type: 'result.published' });
  expect(await told('/autre')).toMatchObject({ type: 'result.published', consultation: 'le-val' });
  // Nobody does anything: the calendar closes it.
  clock.turn(31 * minute);
  expect(await told()).toMatchObject({ type: 'consultation.closed' });
  for (const days of [30, 7] as const) {
    await saved({ warned: { eraseOn: '2027-11-26', days } });
    const data = { eraseOn: '2027-11-26', days };
    expect(await told()).toMatchObject({ type: 'retention.warning', data });
  }
  const erasure = { beganAt: '2027-11-26T00:00:00.000Z', ...nobody };
  await saved({ erasure });
  await saved({ erasure: { ...erasure, doneAt: '2027-11-26T00:00:09.000Z' } });
  expect(await told()).toMatchObject({
    ...{ type: 'retention.erased', data: { erasedAt: '2027-11-26T00:00:09.000Z' } },
  });
  await deliveries(hook.id, (all) => all.every(({ next }) => next === undefined));
  expect((await hooks.deliveries(deaf.id)).map(({ type }) => type)).toEqual(['result.published']);
  expect((await hooks.deliveries(hook.id)).length).toBe(8);
  expect(other.heard).toHaveLength(9);
});

test('an address that is held to one consultation is told of that one alone', async () => {
  for (const id of ['le-val', 'la-cote']) await store.save('consultation', consultation({ id }));
  const { hook } = await hooks.make(other.url, ['consultation.opened'], ['le-val']);
  const none = await hooks.make(other.url, ['consultation.opened'], []);
  await hooks.start();
  for (const id of ['le-val', 'la-cote'])
    await store.update('consultation', id, (its) => its && ({ ...its, draft: undefined } as never));
  for (clock.turn(1_000); other.heard.length === 0; clock.turn(0))
    await new Promise((goOn) => setImmediate(goOn));
  await deliveries(hook.id, tries(1));
  const told = other.heard.map(({ body }) => JSON.parse(body).consultation);
  expect(told).toEqual(['le-val']);
  expect(await hooks.deliveries(none.hook.id)).toEqual([]);
});

test('what was done is told once each, and again when its words are put right', async () => {
  const at = '2026-11-25T12:00:00.000Z';
  const one = { id: 'a', state: 'kept', why: { fr: 'Voté.' }, at } as const;
  await store.save('consultation', consultation({ closed: true, followUps: [one] }));
  const { hook } = await hooks.make(other.url, ['follow-up.written']);
  await hooks.start();
  const write = async (...followUps: NonNullable<Consultation['followUps']>) => {
    await store.update('consultation', 'le-val', (its) => its && { ...its, followUps });
    const before = other.heard.length;
    for (clock.turn(1_000); other.heard.length === before; clock.turn(0))
      await new Promise((goOn) => setImmediate(goOn));
  };
  const two = {
    ...one,
    id: 'b',
    state: 'done',
    trajectory: 'mobility-avoided',
    at: '2026-11-25T12:01:00.000Z',
  } as const;
  await write(one, two);
  const correctedAt = '2026-11-25T12:02:00.000Z';
  await write({ ...one, correctedAt }, two);
  await deliveries(hook.id, (all) => all.length === 2 && all.every(({ tried }) => tried.length === 1));
  // What stood there when the address was made is no news; its reason is read where the result is.
  expect(other.heard.map(({ body }) => JSON.parse(body).data)).toEqual([
    { id: 'b', state: 'done', trajectory: 'mobility-avoided', writtenAt: two.at },
    { id: 'a', state: 'kept', writtenAt: at, correctedAt },
  ]);
});
