import { setTimeout as pause } from 'node:timers/promises';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import type { Torture } from '../part.ts';
import { Guests } from './guests.ts';
import type { Installation } from './installation.ts';
import { told } from './told.ts';

/** How many people there are at once, in which ways nodes end, in turn, and how often at least and at most. */
interface Plan {
  readonly people: number;
  readonly ways: readonly ('SIGKILL' | 'SIGTERM')[];
  readonly least: number;
  readonly most?: number;
}

/** Three nodes of four die, one is told to stop, as long as there are people. */
export const ordinary = ({ of }: Pick<Torture, 'of'>): Plan => ({
  people: of(300, 16),
  ways: ['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM'],
  least: of(30, 4),
});

/** Nodes end in turn and are started again; half-way the database dies and comes back. */
export async function kills({ figure, wrong }: Torture, its: Installation, plan: Plan): Promise<Guests> {
  const { people, ways, least, most = Number.POSITIVE_INFINITY } = plan;
  const crowd = new Guests('guest', people, 'half');
  const draw = draws(20260101);
  let [killed, stopped] = [0, 0];
  let isOver = false;
  const busy = crowd
    .answer(its.url, () => killed + stopped < least)
    .then(() => {
      isOver = true;
    });
  for (let round = 0; !isOver && round < most; round += 1) {
    const isStop = ways[round % ways.length] === 'SIGTERM';
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
    await its.start(round % its.nodes.length);
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
