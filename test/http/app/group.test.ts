import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call } from './call.ts';
import { activity, bring, channel } from './cloud-person.ts';
import { arrive, begin, cardsOf, type Heard, type Person } from './person.ts';
import { goOn } from './robot.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
let teams: Awaited<ReturnType<typeof channel>>;
beforeAll(async () => {
  app = await running();
  teams = await channel();
});
afterAll(async () => {
  await app.stop();
  teams.stop();
  await removeFolder(app.dataDir);
});

const minGroup = 11;

/** Answers one domain to its end. */
async function answers(url: string, domain = 'mobility'): Promise<Person> {
  const person = await begin(url, domain);
  await goOn(person, ({ labels }) => labels.includes('menu'));
  return person;
}

const publish = (token?: string, code = 'decouverte') =>
  call(`${app.url}/api/consultations/${code}/publish`, { method: 'POST', token, body: {} });

const inGroup = (id: string, more: object) =>
  activity(id, 'a-member', {
    serviceUrl: teams.url,
    conversation: { id: 'the-channel', isGroup: true },
    ...more,
  });

const shown = (replies: readonly Heard[]) => JSON.stringify(replies);

test('below the minimum it says how many people are needed; then what the group makes of it; then it is posted', async () => {
  const first = await answers(app.url);
  const waiting = await first.say('le groupe');
  expect(waiting.labels).toEqual(['group-scenario']);
  expect(shown(waiting.replies)).toContain(`${minGroup - 1}`);
  expect(await publish(app.facilitatorKey)).toMatchObject({
    status: 202,
    body: { outcome: 'waiting', needed: minGroup - 1 },
  });

  const others = await Promise.all(Array.from({ length: minGroup }, () => answers(app.url)));
  const released = await first.say('le groupe');
  expect(released.labels).toEqual(['group-scenario']);
  expect(shown(released.replies)).toContain(`${minGroup}`);
  expect(shown(released.replies)).not.toMatch(/"text":"[^"]*dl_/);

  const inChannel = await bring(app.url, inGroup('1', { text: 'bonjour' }));
  expect(inChannel.labels).toEqual(['notice']);
  const asked = await bring(app.url, inGroup('2', { text: 'le groupe' }));
  expect(asked.labels).toEqual(['group-scenario']);
  await bring(app.url, activity('3', 'far', { serviceUrl: teams.url, text: 'bonjour' }));
  await bring(app.url, activity('4', 'far', { serviceUrl: teams.url, text: 'oui' }));
  const passer = await arrive(app.url, { locale: 'en' });

  expect((await publish()).status).toBe(401);
  expect((await publish(`${app.facilitatorKey}x`)).status).toBe(401);
  expect((await publish(app.facilitatorKey, 'nowhere')).status).toBe(404);
  expect(teams.posted).toEqual([]);

  const posted = await publish(app.facilitatorKey);
  const live = others.length + 2;
  expect(posted).toMatchObject({ status: 200, body: { outcome: 'published', conversations: live + 2 } });
  for (const person of [first, passer, ...others]) {
    expect((await person.read()).map(({ label }) => label)).toEqual(['group-scenario']);
  }
  const places = teams.posted.map(({ path, body }) => [path.split('/')[3], body.label]);
  expect(places.sort()).toEqual([
    ['the-channel', 'group-scenario'],
    ['with-far', 'group-scenario'],
  ]);
  expect((await publish(app.facilitatorKey)).body).toEqual({ outcome: 'unchanged' });

  await facilitates();
  await erasing(others);
}, 30_000);

/** The facilitator's link opens the chat once, with a way to publish. */
async function facilitates() {
  const invitation = new URL(app.facilitatorLink).hash.slice(1);
  const facilitator = await arrive(app.url, { invitation });
  await facilitator.submit({ act: 'consent', agree: true });
  const { replies } = await facilitator.submit({ act: 'profile', decline: true });
  const menu = replies.flatMap(cardsOf).at(-1);
  const button = menu?.actions.find(({ data }) => data.word === 'publish');
  if (button === undefined) throw new Error('The menu has no way to publish');
  const told = await facilitator.tap(button);
  expect(told.labels).toEqual(['notice']);
  const again = await call(`${app.url}/v3/directline/tokens/generate`, {
    method: 'POST',
    body: { invitation },
  });
  expect(again.status).toBe(403);
  const [invited] = [await arrive(app.url, { invitation, previous: facilitator.token })];
  expect(shown(invited.greeting)).toContain('"publish"');
}

/** The group follows those who leave: under the minimum, nothing is shown any more. */
async function erasing(people: readonly Person[]) {
  const [stays, ...leave] = people;
  for (const person of leave.slice(0, 3)) {
    await person.say('effacer');
    await person.submit({ act: 'erase', sure: true });
  }
  const after = await stays?.say('le groupe');
  expect(shown(after?.replies ?? [])).toMatch(/\b2\b/);
  expect((await publish(app.facilitatorKey)).body).toEqual({ outcome: 'waiting', needed: 2 });
}

test('nobody publishes without the link', async () => {
  const person = await begin(app.url);
  expect((await person.say('publier')).labels).toEqual(['notice', 'question']);
  expect((await person.submit({ act: 'word', word: 'publish' })).labels).toEqual(['notice', 'question']);
});
