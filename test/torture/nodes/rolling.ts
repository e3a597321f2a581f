import { setTimeout as pause } from 'node:timers/promises';
import type { Torture } from '../part.ts';
import { Guests } from './guests.ts';
import type { Installation } from './installation.ts';
import { asThisRelease, type Release, writeField } from './release.ts';
import { refusalsOf, told } from './told.ts';

/** How long a reply may take while a node is replaced, in milliseconds; among the tests, which share the machine, longer. */
const [longestWait, longestAmongTests] = [5_000, 20_000];

/**
 * Each node is replaced by one of the next release while people converse over WebSockets: none of them meets a refusal or a long wait.
 * The release before does not come back on tables that it does not know, and the next one keeps what the one after it writes.
 */
export async function rolling(torture: Torture, its: Installation, release: Release): Promise<Guests> {
  const { of, figure, wrong } = torture;
  const crowd = new Guests('rolling', of(60, 8), 'all');
  let isOver = false;
  const busy = crowd.answer(its.url, () => !isOver);
  for (const nth of its.nodes.keys()) {
    await pause(500);
    const how = await its.end(nth, 'SIGTERM');
    if (how !== 0) wrong(`A node that was told to stop ended with ${how}`);
    if (nth === 1 && (await isStarted(its, nth))) wrong('A release started on tables that it does not know');
    await its.start(nth, release.code);
  }
  figure('nodes replaced by the next release while people converse', its.nodes.length);
  told('while nodes are replaced', crowd, figure);
  notice(torture, crowd);
  const written = await writeField(its.database);
  // They go on with it.
  await pause(2_000);
  isOver = true;
  await busy;
  figure('  people, answers acknowledged', `${crowd.everybody.length}, ${crowd.taken}`);
  const kept = await asThisRelease(its.database);
  figure('records with a field of the release after; that kept it', `${written}; ${kept}`);
  if (kept !== written) wrong(`${written} records had a field of the release after, and ${kept} kept it`);
  return crowd;
}

const isStarted = (its: Installation, nth: number): Promise<boolean> =>
  its.start(nth).then(
    () => true,
    () => false,
  );

function notice({ of, wrong }: Torture, crowd: Guests): void {
  const isWhole = of(1_000, 0) >= 1_000;
  // Among the tests, on a machine that they share, one or two may have to send again, which their page does by itself.
  const refused = [...crowd.refused.values()].reduce((sum, n) => sum + n, 0);
  if (refused > (isWhole ? 0 : 2)) wrong(`People noticed that nodes were replaced: ${refusalsOf(crowd)}`);
  const longest = isWhole ? longestWait : longestAmongTests;
  if (crowd.longestWaitMs > longest) wrong(`Somebody waited ${Math.round(crowd.longestWaitMs)} ms`);
}
