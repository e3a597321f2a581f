import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLog } from '#src/log.ts';
import { call } from '#test/http/app/call.ts';
import { begin, type Person } from '#test/http/app/person.ts';
import { type Running, removeFolder, running } from '#test/http/app/running.ts';

let app: Running;
let url: string;
let person: Person;
const lines: string[] = [];
const log = createLog(
  'info',
  new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }),
);

beforeAll(async () => {
  app = await running(undefined, { METRICS: '127.0.0.1:0' }, { log });
  const line = lines.find((one) => one.includes('/metrics')) ?? '';
  url = `http://127.0.0.1:${JSON.parse(line).port}/metrics`;
  person = await begin(app.url, 'commerce');
  await person.say('une petite phrase à moi');
  await call(`${app.url}/catalogue`);
  await call(`${app.url}/n-existe-pas-7c1e`);
}, 60_000);
afterAll(async () => {
  await app?.stop();
  await removeFolder(app.dataDir);
});

const text = async () => (await call(url)).text;
const value = async (series: string) => {
  const line = (await text()).split('\n').find((one) => one.startsWith(`${series} `));
  return Number(line?.slice(series.length));
};

test('the measures tell of turns, the store, answers and sockets', async () => {
  const { status, headers } = await call(url);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('text/plain; version=0.0.4');
  // A greeting, three cards and a phrase.
  expect(await value('trajectoires_turns_total{channel="directline",outcome="done"}')).toBe(5);
  expect(await value('trajectoires_turn_duration_seconds_count{channel="directline"}')).toBe(5);
  expect(await value('trajectoires_store_duration_seconds_count{operation="save"}')).toBeGreaterThan(3);
  expect(await value('trajectoires_store_duration_seconds_count{operation="load"}')).toBeGreaterThan(5);
  expect(await value('trajectoires_http_answers_total{kind="none",class="4xx"}')).toBe(1);
  expect(await value('trajectoires_http_answers_total{kind="catalogue",class="2xx"}')).toBe(1);
  expect(await value('trajectoires_http_answers_total{kind="direct-line",class="2xx"}')).toBeGreaterThan(9);
  expect(await value('trajectoires_direct_line_conversations')).toBe(1);
  expect(await value('trajectoires_turns_at_work')).toBe(0);
  for (const series of ['process_resident_memory_bytes', 'process_cpu_seconds_total'])
    expect(await value(series)).toBeGreaterThan(0);
  expect(await text()).toContain('\nnodejs_eventloop_lag_p99_seconds ');
});

test('nothing of people is in them, and what strangers send makes no series', async () => {
  const series = (told: string) => told.match(/^trajectoires_http\S+/gm) ?? [];
  await call(`${app.url}/c/ville/resultats`);
  const before = series(await text());
  for (let i = 0; i < 20; i++) await call(`${app.url}/c/ville-${i}/resultats?x=${i}`);
  for (let i = 0; i < 5; i++) await call(`${app.url}/inconnu/${i}`, { method: 'DELETE' });
  const after = await text();
  expect(series(after)).toEqual(before);
  for (const own of ['decouverte', 'ville-', 'inconnu', '7c1e', 'petite phrase', person.conversation])
    expect(after).not.toContain(own);
});

test('the port that people reach knows nothing of them, and their port nothing else', async () => {
  expect((await call(`${app.url}/metrics`)).status).toBe(404);
  expect((await call(url.replace('/metrics', '/'))).status).toBe(404);
  expect((await call(url, { method: 'POST' })).status).toBe(404);
});

test('a port that is taken stops the start, with what to do', async () => {
  const taken = new URL(url).host;
  await expect(running(undefined, { METRICS: taken })).rejects.toThrow(/Measures cannot be given.*METRICS/);
});
