import { setTimeout as pause } from 'node:timers/promises';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { caller } from '#test/http/api/caller.ts';
import { type Receiver, receiver } from '#test/http/api/hooks/receiver.ts';
import { lostOf, peopleInDatabase } from '../found.ts';
import type { Part, Torture } from '../part.ts';
import { Guests } from './guests.ts';
import { facilitatorKey, type Installation, installation, nextRelease } from './installation.ts';
import { entered, linkOnce, livePages, rateOnce, signalled } from './once.ts';

/** Three nodes on one PostgreSQL, killed, stopped and replaced under people who come through a balancer; the database dies once. */
export const nodes: Part = async (torture) => {
  const its = await installation();
  const other = await receiver();
  try {
    const owner = await entered(torture, its);
    await signalled(owner, other);
    await linkOnce(torture, its);
    await rateOnce(torture, its);
    await livePages(torture, its, owner);
    const people = await kills(torture, its);
    const others = await rolling(torture, its);
    await outcome(torture, its, [people, others], other);
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
  const busy = crowd.answer(its.url);
  const [least, most] = [of(20, 4), of(60, 6)];
  let [killed, stopped] = [0, 0];
  let isOver = false;
  void busy.then(() => {
    isOver = true;
  });
  for (let round = 0; round < most && !(isOver && round >= least); round += 1) {
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
    const busy = crowd.answer(its.url);
    for (const nth of its.nodes.keys()) {
      await pause(500);
      const how = await its.end(nth, 'SIGTERM');
      if (how !== 0) wrong(`A node that was told to stop ended with ${how}`);
      await its.start(nth, release.code);
    }
    figure('nodes replaced by the next release while people converse', its.nodes.length);
    figure(
      'of whom were still answering after the last',
      crowd.everybody.filter((one) => !one.isDone).length,
    );
    await busy;
  } finally {
    await release.remove();
  }
  told('while nodes are replaced', crowd, figure);
  if (crowd.refused.size > 0) wrong(`People noticed that nodes were replaced: ${refusalsOf(crowd)}`);
  if (crowd.longestWaitMs > longestWait) wrong(`Somebody waited ${Math.round(crowd.longestWaitMs)} ms`);
  return crowd;
}

const longestWait = 5_000;

function told(when: string, crowd: Guests, figure: Torture['figure']): void {
  figure(`longest wait for a reply ${when}, s`, (crowd.longestWaitMs / 1000).toFixed(1));
  figure('  asked to wait, by status; connections and sockets cut', `${refusalsOf(crowd)}; ${crowd.cuts}`);
}

const refusalsOf = ({ refused }: Guests): string =>
  [...refused].map(([status, times]) => `${status}: ${times}`).join(', ') || 'none';

/** Everything acknowledged is there once; the result is the same wherever it is read, and as a node makes it that starts anew. */
async function outcome(
  { figure, wrong }: Torture,
  its: Installation,
  crowds: readonly Guests[],
  other: Receiver,
): Promise<void> {
  const everybody = crowds.flatMap((crowd) => crowd.everybody);
  const { people, documents, problems } = await peopleInDatabase(
    its.database,
    everybody.map(({ user }) => user),
  );
  const { lost, more } = lostOf(everybody, people);
  figure('  lost', lost);
  figure('  kept and never acknowledged, beyond one under way each', more);
  if (lost > 0) wrong(`${lost} acknowledged answers are lost`);
  if (more > 0) wrong(`${more} answers that nobody was told of`);
  if (problems.length > 0) wrong(`The store complains: ${problems[0]?.message}`);
  const unfinished = everybody.filter(({ isDone }) => !isDone).length;
  if (unfinished > 0) wrong(`${unfinished} people did not finish`);

  const closed = await caller(its.addresses[1] ?? '', facilitatorKey).send(
    'POST',
    '/consultations/decouverte/close',
  );
  if (closed.status !== 200) wrong(`The consultation could not be closed: ${closed.status} ${closed.text}`);
  const read = (address: string) => resultAt(address);
  const all = await Promise.all(its.addresses.map(read));
  await its.end(0, 'SIGKILL');
  await its.start(0);
  const rebuilt = await read(its.addresses[0] ?? '');
  if (new Set([...all, rebuilt]).size > 1) wrong('Nodes tell different results');
  const counted = /"people":(\d+)/.exec(rebuilt)?.[1] ?? rebuilt.slice(0, 1500);
  figure(
    'people in the store; counted in the result, by three nodes and by a rebuild',
    `${documents}; ${counted}`,
  );
  figure('signals heard', other.heard.length);
}

async function resultAt(address: string): Promise<string> {
  const program = caller(address, facilitatorKey);
  const asked = ['results', 'following'].map((what) => program.get(`/consultations/decouverte/${what}`));
  const [result, following] = await Promise.all(asked);
  return JSON.stringify([result?.status, result?.body, following?.status, following?.body]);
}
