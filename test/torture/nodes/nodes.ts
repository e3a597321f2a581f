import { setTimeout as pause } from 'node:timers/promises';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { receiver } from '#test/http/api/hooks/receiver.ts';
import type { Part, Torture } from '../part.ts';
import { Guests } from './guests.ts';
import { type Installation, installation, nextRelease } from './installation.ts';
import { entered, linkOnce, livePages, rateOnce, signalled } from './once.ts';
import { outcome, signals } from './outcome.ts';

/** Three nodes on one PostgreSQL, killed, stopped and replaced under people who come through a balancer; the database dies once. */
export const nodes: Part = async (torture) => {
  const its = await installation();
  const other = await receiver();
  try {
    const owner = await entered(torture, its);
    await signalled(owner, other);
    await linkOnce(torture, its);
    await livePages(torture, its, owner);
    await rateOnce(torture, its);
    const people = await kills(torture, its);
    const others = await rolling(torture, its);
    await outcome(torture, its, [...people.everybody, ...others.everybody]);
    await other.until(1);
    signals(other, torture);
    for (const line of its.complaints().slice(0, 5))
      torture.wrong(`A node complained: ${line.slice(0, 600)}`);
  } finally {
    await its.remove();
    await other.stop();
  }
};

/** Nodes die in turn, every fourth is told to stop; half-way the database dies and comes back. */
async function kills({ of, figure, wrong }: Torture, its: Installation): Promise<Guests> {
  const crowd = new Guests('guest', of(300, 16), 'half');
  const draw = draws(20260101);
  const least = of(30, 4);
  let [killed, stopped] = [0, 0];
  let isOver = false;
  const busy = crowd
    .answer(its.url, () => killed + stopped < least)
    .then(() => {
      isOver = true;
    });
  for (let round = 0; !isOver; round += 1) {
    const isStop = round % 4 === 3;
    await Promise.race([busy, pause(500 + draw() * 1_500)]);
    const how = await its.end(round % 3, isStop ? 'SIGTERM' : 'SIGKILL');
    if (how !== (isStop ? 0 : 'SIGKILL')) wrong(`A node ended with ${how}`);
    if (isStop) stopped += 1;
    else killed += 1;
    if (round === Math.floor(least / 2)) {
      await its.server.kill();
      await pause(draw() * 2_000);
      await its.server.start();
    }
    await its.start(round % 3);
  }
  await busy;
  figure('people through the balancer, half of them on WebSockets', crowd.everybody.length);
  figure('nodes killed (SIGKILL), stopped (SIGTERM) and started again', `${killed}, ${stopped}`);
  figure('the database killed and started again', 1);
  figure('answers acknowledged', crowd.taken);
  told('while nodes and the database die', crowd, figure);
  const odd = [...crowd.refused.keys()].filter((status) => status !== 503);
  if (odd.length > 0) wrong(`People were answered ${odd} where they may be asked to wait at most`);
  return crowd;
}

/** Each node is replaced by one of the next release while people converse over WebSockets: none of them meets a refusal or a long wait. */
async function rolling({ of, figure, wrong }: Torture, its: Installation): Promise<Guests> {
  const crowd = new Guests('rolling', of(60, 8), 'all');
  const release = await nextRelease();
  try {
    let isOver = false;
    const busy = crowd.answer(its.url, () => !isOver);
    for (const nth of its.nodes.keys()) {
      await pause(500);
      const how = await its.end(nth, 'SIGTERM');
      if (how !== 0) wrong(`A node that was told to stop ended with ${how}`);
      await its.start(nth, release.code);
    }
    figure('nodes replaced by the next release while people converse', its.nodes.length);
    isOver = true;
    await busy;
    figure('  people, answers acknowledged', `${crowd.everybody.length}, ${crowd.taken}`);
  } finally {
    await release.remove();
  }
  told('while nodes are replaced', crowd, figure);
  const isWhole = of(1_000, 0) >= 1_000;
  // Among the tests, on a machine that they share, one or two may have to send again, which their page does by itself.
  const refused = [...crowd.refused.values()].reduce((sum, n) => sum + n, 0);
  if (refused > (isWhole ? 0 : 2)) wrong(`People noticed that nodes were replaced: ${refusalsOf(crowd)}`);
  const longest = isWhole ? longestWait : longestAmongTests;
  if (crowd.longestWaitMs > longest) wrong(`Somebody waited ${Math.round(crowd.longestWaitMs)} ms`);
  return crowd;
}

/** How long a reply may take while a node is replaced, in milliseconds; among the tests, which share the machine, longer. */
const [longestWait, longestAmongTests] = [5_000, 20_000];

function told(when: string, crowd: Guests, figure: Torture['figure']): void {
  figure(`longest wait for a reply ${when}, s`, (crowd.longestWaitMs / 1000).toFixed(1));
  figure('  asked to wait, by status; connections and sockets cut', `${refusalsOf(crowd)}; ${crowd.cuts}`);
}

const refusalsOf = ({ refused }: Guests): string =>
  [...refused].map(([status, times]) => `${status}: ${times}`).join(', ') || 'none';
