import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { entering, type Member } from '../http/admin/member.ts';
import { listening, type Stream } from '../http/admin/stream.ts';
import { labels, press, screenPath } from '../http/room/screen.ts';
import { startMeasured } from './measured.ts';
import { type BenchPhone, benchPhone } from './room-phone.ts';

/**
 * A room of 300 telephones on one machine, server and telephones on the same processors: how long a step takes to reach them, how
 * long an answer takes to be acknowledged (it is on the disk by then), how long the screen takes to show the last of them, and
 * whether a power cut in the middle of the second vote loses any.
 */
const people = 300;
const spreadMs = 5_000;
const [load = 0] = loadavg();
const data = mkdtempSync(join(tmpdir(), 'trajectoires-bench-'));
const settings = { DATA_DIR: data, LOG_LEVEL: 'warn', NEW_KEYS: 'yes' };
let program = await startMeasured('src/main.ts', { ...settings, PORT: '0' });
const { url } = program;
const phones: BenchPhone[] = [];
try {
  const owner = await entering(await program.printed(/http:\S+\/animation\/entree\/\S+/));
  await press(owner, 'begin');
  for (let i = 0; i < people; i += 1) phones.push(await benchPhone(url, 'decouverte'));
  await press(owner, 'ask', { question: 'Un essai avant ?', ...labels });
  await round(owner, 'warming up', 0);
  await press(owner, 'close');
  await press(owner, 'ask', { question: 'Tous à la fois ?', ...labels });
  const atOnce = await round(owner, 'all in the same moment', 0);
  await press(owner, 'close');
  await press(owner, 'ask', { question: 'Chacun à son tour ?', ...labels });
  const spread = await round(owner, `spread over ${spreadMs / 1000} s`, spreadMs);
  await press(owner, 'reveal');
  const cut = await powerCut(owner);
  console.log(
    `${people} telephones, server and telephones on one machine, Node ${process.version}; milliseconds`,
  );
  // What else is at work shows in each figure but that of the processor.
  console.log(`Load of the machine before: ${load.toFixed(1)}`);
  console.table([atOnce, spread]);
  console.table([cut]);
  const isMet = [atOnce, spread].every((row) => row['acknowledged p99'] <= 200 && row.screen <= 1_000);
  console.log(`Acknowledged within 200 ms at p99 and on the screen within 1 s: ${isMet ? 'yes' : 'no'}`);
  console.log(`A power cut in the middle loses nothing: ${cut.lost === 0 ? 'yes' : 'no'}`);
} finally {
  for (const phone of phones) phone.close();
  await program.stop();
  rmSync(data, { recursive: true, force: true });
}

/** One vote by everybody; `within`: over how long they tap. */
async function round(owner: Member, what: string, within: number) {
  const screen = await listening(`${url}${screenPath}/flux?lang=fr`, { cookie: owner.cookie });
  const began = performance.now();
  const reached: number[] = [];
  const heard = phones.map(async (phone) => {
    const fields = await phone.asked('1');
    reached.push(performance.now() - began);
    return fields;
  });
  await press(owner, 'open', { secondes: '0' });
  const asked = await Promise.all(heard);
  const shown = until(screen, `${people} réponses`);
  const times: number[] = [];
  const cpu = program.cpuMs();
  let last = 0;
  await Promise.all(
    phones.map(async (phone, i) => {
      await pause((within * i) / people);
      const from = performance.now();
      await phone.tap(asked[i] ?? {}, (i % 5) - 2);
      last = performance.now();
      times.push(last - from);
    }),
  );
  const screenMs = (await shown) - last;
  screen.leave();
  return {
    what,
    'step heard p99': at(reached, 0.99),
    'acknowledged p50': at(times, 0.5),
    'acknowledged p99': at(times, 0.99),
    slowest: at(times, 1),
    screen: Math.max(0, Math.round(screenMs)),
    'CPU an answer': Number(((program.cpuMs() - cpu) / people).toFixed(2)),
  };
}

/** The second vote, with the power cut when half of it is acknowledged: everybody's answer is there at the end. */
async function powerCut(owner: Member) {
  await press(owner, 'again', { secondes: '0' });
  const asked = await Promise.all(phones.map((phone) => phone.asked('2')));
  let acknowledged = 0;
  const half = Promise.withResolvers<void>();
  const all = phones.map(async (phone, i) => {
    await pause((1_500 * i) / people);
    await phone.tap(asked[i] ?? {}, 1);
    acknowledged += 1;
    if (acknowledged === people / 2) half.resolve();
  });
  await half.promise;
  const before = acknowledged;
  const off = performance.now();
  await program.kill();
  program = await startMeasured('src/main.ts', { ...settings, PORT: new URL(url).port });
  const away = performance.now() - off;
  await Promise.all(all);
  const { text } = await owner.get(`${screenPath}?lang=fr`);
  const counted = Number(/data-live="answers">(\d+)/.exec(text)?.[1] ?? 0);
  return { 'acknowledged before': before, 'away ms': Math.round(away), counted, lost: people - counted };
}

async function until(screen: Stream, text: string): Promise<number> {
  for (;;) {
    const sent = await screen.next();
    if (sent === undefined || sent.data.includes(text)) return performance.now();
  }
}

function at(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN);
}
