import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Child, child } from './child.ts';
import { kept } from './kept.ts';
import { begin, Person } from './person.ts';
import { filled } from './robot.ts';
import { newFolder, removeFolder } from './running.ts';

let dataDir: string;
const children: Child[] = [];
beforeAll(async () => {
  dataDir = await newFolder();
}, 20_000);
afterAll(async () => {
  for (const { process } of children) process.kill('SIGKILL');
  await Promise.all(children.map(({ over }) => over));
  await removeFolder(dataDir);
});

function start(): Child {
  const started = child({ DATA_DIR: dataDir });
  children.push(started);
  return started;
}

/** What one person was told is taken, and the one answer that was under way. */
interface Told {
  readonly person: Person;
  readonly taken: Set<string>;
  asked: string;
}

/** Answers question after question until the program is gone. */
async function answering(told: Told): Promise<void> {
  const { person } = told;
  try {
    for (;;) {
      const data = person.card?.actions.find(({ style }) => style === 'positive')?.data ?? {};
      const item = `${data.question ?? data.trajectory ?? 'none'}`;
      told.asked = item;
      const activity = { type: 'message', value: { ...filled(person.card?.inputs ?? []), ...data } };
      const { status } = await person.ask('POST', '/activities', activity);
      if (status === 200 && item !== 'none') told.taken.add(item);
      await person.read();
    }
  } catch {
    // The line is dead: that was the point.
  }
}

test('killed in the middle and started again, nothing acknowledged is lost and nothing is doubled', async () => {
  const crowd: Told[] = [];
  let running = start();
  let url = await running.url;
  for (const domain of ['mobility', 'health', 'commerce', 'learning', 'buildings', 'production']) {
    const person = await begin(url, domain);
    crowd.push({ person, taken: new Set(), asked: '' });
  }
  for (const least of [12, 60]) {
    const busy = crowd.map(answering);
    while (crowd.reduce((sum, { taken }) => sum + taken.size, 0) < least) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    running.process.kill('SIGKILL');
    expect(await running.over).toBe('SIGKILL');
    await Promise.all(busy);
    running = start();
    url = await running.url;
    await Promise.all(crowd.map((told, i) => check(crowd, i, told, url)));
  }
  running.process.kill('SIGTERM');
  expect(await running.over).toBe(0);
}, 120_000);

/** The old token and conversation still work; every acknowledged answer is there, and at most the one under way beside. */
async function check(crowd: Told[], i: number, told: Told, url: string): Promise<void> {
  const person = new Person(url, told.person.token, told.person.conversation);
  const back = await person.read();
  expect(back.map(({ label }) => label)).toContain('notice');
  const { answers, ballots } = await kept(person);
  const found = new Set([...Object.keys(answers), ...Object.keys(ballots)]);
  expect([...told.taken].filter((item) => !found.has(item))).toEqual([]);
  expect([...found].filter((item) => !told.taken.has(item) && item !== told.asked)).toEqual([]);
  crowd[i] = { person, taken: found, asked: '' };
}
