import { setTimeout as pause } from 'node:timers/promises';
import type { Torture } from '../part.ts';
import { Guests } from './guests.ts';
import type { Installation } from './installation.ts';
import { told } from './told.ts';

/** A node is not believed to live after so long, in milliseconds; what it was at is another one's after so long (`leaseMs`, `calm`). */
const [silent, forsaken] = [8_000, 32_000];
/** How long a reply may take while a node stands still; among the tests, which share the machine, longer. */
const [longestWait, longestAmongTests] = [30_000, 90_000];

/**
 * Nodes stand still in turn (SIGSTOP), longer than they are believed to live, and go on as if no time had passed: others take their
 * people meanwhile, and nothing that a node does as it wakes is lost or doubled.
 */
export async function hung({ of, figure, wrong }: Torture, its: Installation): Promise<Guests> {
  const crowd = new Guests('hung', of(60, 4), 'half');
  const times = of(6, 1);
  const stopChecking = its.front.check();
  let [isOver, meanwhile] = [false, 0];
  const busy = crowd.answer(its.url, () => !isOver);
  for (let nth = 0; nth < times; nth += 1) {
    await pause(1_000);
    its.hang(nth % its.nodes.length);
    try {
      await pause(silent);
      const before = crowd.taken;
      await pause(nth % 2 === 0 ? silent / 2 : forsaken);
      if (crowd.taken === before) wrong('Nobody got on while a node stood still');
      meanwhile += crowd.taken - before;
    } finally {
      its.wake(nth % its.nodes.length);
    }
  }
  isOver = true;
  await busy;
  stopChecking();
  figure('nodes that stood still (SIGSTOP) and went on', times);
  figure('  answers acknowledged in all; while a node was given up', `${crowd.taken}; ${meanwhile}`);
  told('while nodes stand still', crowd, figure);
  const odd = [...crowd.refused.keys()].filter((status) => status !== 503);
  if (odd.length > 0) wrong(`People were answered ${odd} while a node stood still`);
  const longest = of(1_000, 0) >= 1_000 ? longestWait : longestAmongTests;
  if (crowd.longestWaitMs > longest)
    wrong(`Somebody waited ${Math.round(crowd.longestWaitMs)} ms while a node stood still`);
  return crowd;
}
