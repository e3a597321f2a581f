/**
 * Memory and start, with people stored: `npm run bench -- memory [folder of another checkout]`. A program that has them read
 * anew (a copy of its own data folder) and started again, at rest, under the pages of the space, and with many sockets. Its last lines
 * are what one more of each costs. `PEOPLE`, `SOCKETS` and `REST_SECONDS` change it; `npm run bench -- postgres` has the same of a node.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MeasuredProgram } from './measured.ts';
import { ready, secret, startCheckout } from './memory/checkout.ts';
import { perOne } from './memory/per-one.ts';
import { openHalves } from './memory/per-socket.ts';
import { pages, stalls } from './memory/stalls.ts';
import { playedBy, type Sample, storePeople } from './memory/stored.ts';

const program = resolve(process.argv[3] ?? '.');
const crowds = (process.env.PEOPLE ?? '0,10000,100000').split(',').map(Number);
const sockets = Number(process.env.SOCKETS ?? 5_000);
const restMs = Number(process.env.REST_SECONDS ?? 60) * 1000;
const dir = await mkdtemp(join(tmpdir(), 'trajectoires-bench-'));

try {
  const samples = (await playedBy(program, dir, 40)).slice(0, 30);
  const [largest, median] = [0, 15].map((i) => Buffer.byteLength(samples[i]?.text ?? ''));
  console.log(`${program}, Node ${process.version}; a document: ${median} bytes, the largest ${largest}`);
  const rows = [];
  for (const people of crowds) rows.push(...(await measured(people, samples)));
  console.table(rows);
  const socketKiB = await withSockets();
  console.log(`a participant who is away: ${aParticipant(rows)} KiB, at rest after a second start`);
  console.log(`a connection that is open: ${socketKiB.toFixed(1)} KiB`);
} finally {
  await rm(dir, { recursive: true, force: true });
}

/** The first start after the people came, then a second one. */
async function measured(people: number, samples: readonly Sample[]) {
  if (people > 0) await storePeople(dir, samples, people);
  const rows = [];
  for (const which of ['first', 'second']) {
    const child = await startCheckout(program, dir);
    const readyMs = await ready(child);
    const cpuMs = child.cpuMs();
    await pause(restMs);
    const restMiB = child.residentMiB();
    const cookie = await signIn(child);
    const seen = await stalls(child.url, cookie, pages('decouverte'));
    const worst = seen.reduce((a, b) => (b.turnMs > a.turnMs ? b : a));
    if (which === 'second') console.table(seen.map(rounded));
    rows.push({
      people,
      start: which,
      'listening ms': Math.round(child.listeningMs),
      'ready ms': Math.round(readyMs),
      'CPU to ready ms': cpuMs,
      'at rest MiB': Math.round(restMiB),
      'after pages MiB': Math.round(child.residentMiB()),
      'longest turn ms': Math.round(worst.turnMs),
      page: worst.page,
    });
    await child.stop();
  }
  return rows;
}

/** What one more of those stored takes, by the most and the fewest. */
function aParticipant(rows: readonly { people: number; start: string; 'at rest MiB': number }[]): string {
  const seconds = rows.filter(({ start }) => start === 'second').toSorted((a, b) => a.people - b.people);
  const [fewest, most] = [seconds.at(0), seconds.at(-1)];
  if (fewest === undefined || most === undefined || fewest === most) return 'PEOPLE has no two numbers; no';
  return perOne(most['at rest MiB'] - fewest['at rest MiB'], most.people - fewest.people).toFixed(2);
}

/** KiB that each takes. */
async function withSockets(): Promise<number> {
  const child = await startCheckout(program, dir);
  await ready(child);
  const { before, half, open, eachKiB, close } = await openHalves(child, secret, sockets);
  await close();
  await pause(restMs);
  const after = child.residentMiB();
  const row = { sockets, 'before MiB': before, 'half of them MiB': half, 'open MiB': open };
  console.table([{ ...row, 'a rest after closing MiB': after }].map(rounded));
  await child.stop();
  return eachKiB;
}

async function signIn(child: MeasuredProgram): Promise<string> {
  const link = await child.printed(/http\S+\/animation\/entree\/\S+/);
  const entered = await fetch(link, { method: 'POST', redirect: 'manual' });
  return entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function rounded<T extends object>(row: T) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value) : value]),
  );
}
