import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { arrive } from './person.ts';
import { goOn } from './robot.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

test.each(['fr', 'en'])(
  'the way forward of each card leads through the whole consultation, in %s',
  async (locale) => {
    const person = await arrive(app.url, { locale });
    const taken = await goOn(person, ({ labels }) => labels.includes('group-scenario'));
    const labels = taken.flatMap((exchange) => exchange.labels);
    const count = (label: string) => labels.filter((one) => one === label).length;
    expect(taken.every(({ status, replies }) => status === 200 && replies.length > 0)).toBe(true);
    expect(labels).not.toContain('retry');
    expect(labels).not.toContain('stale');
    expect(count('profile')).toBe(1);
    // Each asks for a stance, then for what more there is to say, unless the person does not know.
    expect(count('trajectory')).toBe(48);
    expect(count('personal-scenario')).toBe(6);
    expect(count('menu')).toBe(1);
    const spoken = new Set(taken.flatMap(({ replies }) => replies.map((reply) => reply.locale)));
    expect([...spoken]).toEqual([locale]);
  },
  30_000,
);
