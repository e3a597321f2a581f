import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRecogniser } from '#understanding/recogniser/recogniser.ts';
import { call } from './call.ts';
import { activity } from './cloud-person.ts';
import { arrive, begin, type Person } from './person.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
let calm: Person;
beforeAll(async () => {
  app = await running(undefined, {}, { recogniser: createRecogniser() });
  calm = await begin(app.url);
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const paths = ['/api/messages', '/v3/directline/tokens/generate', '/v3/directline/conversations'];

describe.each(paths)('%s', (path) => {
  test('refuses a compressed body, sound or not, and lives', async () => {
    const bombs = [gzipSync(Buffer.alloc(5_000_000)), gzipSync('{}'), Buffer.from('hello')];
    for (const body of bombs) {
      for (const encoding of ['gzip', 'deflate', 'br']) {
        const headers = { 'content-encoding': encoding };
        const { status } = await call(`${app.url}${path}`, { method: 'POST', body, headers });
        expect(status).toBe(415);
      }
    }
    expect((await call(`${app.url}/healthz`)).status).toBe(200);
  });

  test('refuses a body of 2 MB, and lives', async () => {
    const body = JSON.stringify(activity('big', 'somebody', { text: 'x'.repeat(2_000_000) }));
    expect((await call(`${app.url}${path}`, { method: 'POST', body })).status).toBe(413);
    expect((await call(`${app.url}/healthz`)).status).toBe(200);
  });

  test('refuses what is no JSON, and what is nested too deep', async () => {
    for (const body of ['{', '\u0000', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'null', '7', '[]']) {
      const { status } = await call(`${app.url}${path}`, { method: 'POST', body });
      expect({ body: body.slice(0, 9), refused: status >= 400 && status < 500 }).toEqual({
        body: body.slice(0, 9),
        refused: true,
      });
    }
  });
});

test('a value nested too deep is refused, and the person goes on', async () => {
  const person = await begin(app.url);
  const deep = `{"type":"message","value":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`;
  const { status } = await person.ask('POST', '/activities', deep);
  expect([200, 400]).toContain(status);
  expect((await person.say('aide')).labels).toEqual(['help']);
});

/** Replies that keep the recognizers busy for seconds to minutes. */
const freezing: readonly (readonly [string, string])[] = [
  ['cent, fifteen times', 'cent '.repeat(15)],
  ['cent, fifty times', 'cent '.repeat(50)],
  ['vingt-, four hundred times', 'vingt-'.repeat(400)],
  ['million, seven times', 'million '.repeat(7)],
  ['million, a thousand times', 'million '.repeat(1000)],
  ['quatre-vingt-dix-neuf mille', 'quatre-vingt-dix-neuf mille '.repeat(30)],
  ['oui, for 1,800 characters', 'oui non '.repeat(225)],
  ['as much as the recognizers are given', 'cent cent cent cent cent cent cent cent'],
  ['8,000 blanks', `${' '.repeat(8000)}x`],
];

describe('once the recognizers are warm', () => {
  beforeAll(async () => {
    // A word that they alone understand.
    const asking = await arrive(app.url);
    while (!(await asking.say('sûr')).labels.includes('profile')) await pause(100);
  }, 180_000);

  test.each(freezing)('%s is answered at once, and nobody else waits', async (_name, text) => {
    const hostile = await begin(app.url);
    const began = performance.now();
    const answered = hostile.say(text).then(({ status, labels }) => ({
      status,
      answered: labels.length > 0,
      took: performance.now() - began,
    }));
    const wait = await medianWait();
    const { took, ...rest } = await answered;
    expect(rest).toEqual({ status: 200, answered: true });
    expect(took).toBeLessThan(1000 * slack());
    expect(wait).toBeLessThan(100 * slack());
  });

  test('twenty people at once who send such words keep nobody else waiting', async () => {
    const crowd = await Promise.all(Array.from({ length: 20 }, () => begin(app.url)));
    const began = performance.now();
    const answered = crowd.map(async (person) => {
      const { labels } = await person.say('cent cent cent cent cent cent cent cent');
      return { labels, late: performance.now() - began > 2000 * slack() };
    });
    const wait = await medianWait();
    for (const one of answered) expect(await one).toEqual({ labels: ['retry'], late: false });
    expect(wait).toBeLessThan(100 * slack());
  }, 20_000);
});

/** How long somebody else waits for an answer meanwhile, in milliseconds: the median of seven turns. */
async function medianWait(): Promise<number> {
  const waits: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    const from = performance.now();
    expect((await calm.say('aide')).labels).toEqual(['help']);
    waits.push(performance.now() - from);
  }
  return waits.toSorted((a, b) => a - b)[3] ?? 0;
}

/** How much slower than alone this machine is by now. */
const slack = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
