import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Part, Torture } from '../part.ts';
import { type Program, startProgram } from '../program.ts';
import { summary, turnsOf } from './measure.ts';
import { hangingChannel, slowSenders } from './nuisances.ts';
import { type Visitor, visit } from './visitor.ts';

/** Many sockets, and clients and channels that are slow, deaf, gone or wrong about the time, while others go on answering. */
export const load: Part = async (torture) => {
  const { of, figure, wrong } = torture;
  const program = await startProgram();
  try {
    const active = await crowd(program.url, 0, of(200, 4));
    figure('200 people alone', summary(await turnsOf(active, of(20, 3))));
    await silentSockets(torture, program, active);
    await slowReaders(torture, program, active);
    await slowWriters(torture, program, active);
    await clockJumps(torture, program, active);
    await aHangingChannel(torture, program, active);
    figure('worst stall, ms', Math.round((await program.figures()).worstStallMs));
    for (const { socket } of active) socket.terminate();
  } finally {
    const ended = await program.stop();
    if (ended !== 0) wrong(`The program ended with ${ended}: ${program.log().slice(-2000)}`);
  }
};

/** People come in, twenty at once. */
async function crowd(url: string, from: number, count: number, options = {}): Promise<Visitor[]> {
  const people: Visitor[] = [];
  let next = 0;
  const one = async () => {
    while (next < count) people.push(await visit(url, from + next++, options));
  };
  await Promise.all(Array.from({ length: 20 }, one));
  return people;
}

/** Thousands who have come and say nothing: half of them answer no ping, and are cut within a minute. */
async function silentSockets(
  { of, figure, wrong }: Torture,
  program: Program,
  active: readonly Visitor[],
): Promise<void> {
  await program.collect();
  const before = await program.figures();
  const idle = await crowd(program.url, 1000, of(9000, 10));
  const deaf = await crowd(program.url, 20_000, of(1000, 10), { autoPong: false });
  const during = await program.figures();
  figure('idle sockets', idle.length + deaf.length);
  figure(
    'resident memory before and with them, MiB',
    `${before.rssMiB.toFixed(0)}, ${during.rssMiB.toFixed(0)}`,
  );
  figure('active people beside them', summary(await turnsOf(active, of(20, 3))));
  const isWhole = of(1000, 0) === 1000;
  if (isWhole) {
    const cut = async () => {
      while (deaf.some(({ socket }) => socket.readyState === WebSocket.OPEN)) await pause(500);
      return true;
    };
    const began = performance.now();
    if (!(await Promise.race([cut(), pause(100_000, false)]))) wrong('Sockets that answer no ping stay open');
    figure('those that answer no ping are cut within, s', Math.round((performance.now() - began) / 1000));
    const open = idle.filter(({ socket }) => socket.readyState === WebSocket.OPEN).length;
    if (open !== idle.length) wrong(`${idle.length - open} idle sockets were cut with them`);
  }
  const gone = [...idle, ...deaf].filter(({ socket }) => socket.readyState !== WebSocket.CLOSED);
  await Promise.all(
    gone.map(({ socket }) => {
      const closed = once(socket, 'close');
      socket.terminate();
      return closed;
    }),
  );
  if (isWhole) await pause(60_000);
  await program.collect();
  const after = await program.figures();
  figure('held before and after they went, MiB', `${before.heldMiB.toFixed(0)}, ${after.heldMiB.toFixed(0)}`);
  figure('resident after they went, MiB', after.rssMiB.toFixed(0));
}

/** People whose browser takes nothing of what they are sent. */
async function slowReaders(
  { of, figure, wrong }: Torture,
  program: Program,
  active: readonly Visitor[],
): Promise<void> {
  const readers = await crowd(program.url, 30_000, of(100, 4));
  for (const { socket } of readers) socket.pause();
  const speaking = Promise.all(
    readers.map(async ({ post }) => {
      for (let i = of(100, 20); i > 0; i--) {
        const status = await post({ text: 'aide' });
        if (status >= 500) wrong(`A slow reader was answered ${status}`);
      }
    }),
  );
  figure('people beside those who read nothing', summary(await turnsOf(active, of(20, 3))));
  await speaking;
  figure('resident memory with slow readers, MiB', (await program.figures()).rssMiB.toFixed(0));
  for (const { socket } of readers) socket.terminate();
}

async function slowWriters(
  { of, figure, wrong }: Torture,
  program: Program,
  active: readonly Visitor[],
): Promise<void> {
  const count = of(500, 10);
  const slow = await slowSenders(program.url, count);
  figure('people beside 500 slow senders', summary(await turnsOf(active, of(20, 3))));
  const isWhole = of(500) === 500;
  for (let waited = 0; isWhole && slow.letGo() < count && waited < 20; waited++) await pause(1000);
  if (isWhole && slow.letGo() < count)
    wrong(`${count - slow.letGo()} slow senders are still held after 20 s`);
  figure('slow senders let go', `${slow.letGo()} of ${count}`);
  slow.end();
}

/** The clock goes forward and back: people go on, and newcomers come in. */
async function clockJumps(
  { of, figure }: Torture,
  program: Program,
  active: readonly Visitor[],
): Promise<void> {
  const minute = 60_000;
  for (const by of [10 * minute, -20 * minute, 10 * minute]) {
    await program.jump(by);
    const people = active.slice(0, of(50, 3));
    figure(`after the clock moved by ${by / minute} min`, summary(await turnsOf(people, 3)));
    for (const { socket } of await crowd(program.url, 40_000, 2)) socket.terminate();
  }
}

async function aHangingChannel(
  { of, figure, wrong }: Torture,
  program: Program,
  active: readonly Visitor[],
): Promise<void> {
  const count = of(50, 2);
  const began = performance.now();
  const hanging = hangingChannel(program.url, count);
  figure('people beside a channel that hangs', summary(await turnsOf(active, of(20, 3))));
  const statuses = await hanging;
  figure(
    'messages of it, all answered within, s',
    `${count}, ${Math.round((performance.now() - began) / 1000)}`,
  );
  const failed = statuses.filter((status) => status === 500 || status > 503);
  if (failed.length > 0) wrong(`A channel that hangs was answered ${[...new Set(failed)]}`);
}
