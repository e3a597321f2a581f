import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '#store/postgres/database.ts';
import { load } from '../load.ts';
import type { Used } from '../processes.ts';
import { ourSides } from '../turns/our-sides.ts';
import { processesOf, untilAtRest } from '../turns/rest.ts';
import { warmUp } from '../turns/rounds.ts';
import type { Stage } from '../turns/sides.ts';
import { nodesOn } from '../turns/storages.ts';
import { aSecond, aThousand, connectionsTo, workOf } from './work.ts';

const nodes = 3;

/** What a thousand turns through Direct Line have the database do, on three nodes that any of their people come through. */
export async function turnsOn(
  stage: Stage,
  { url, used, runMs }: { readonly url: string; readonly used: Used; readonly runMs: number },
): Promise<void> {
  const environments = await nodesOn(url, nodes, join(stage.folder, 'three'));
  const storage = { name: 'PostgreSQL, three nodes', nodes: environments, database: used };
  const sides = await ourSides(stage, storage, ['direct-line']);
  const database = openDatabase(url, { pool: 1 });
  stage.atEnd('first', () => database.close());
  await warmUp(sides, stage.people);
  await untilAtRest(processesOf(sides));
  const { query } = database;
  const rest = await workOf(query, used, () => pause(runMs));
  const reached = { turns: 0, connections: 0 };
  const work = await workOf(query, used, async () => {
    for (const { urls, callers } of sides) reached.turns += (await load(urls, callers, { runMs })).turns;
    reached.connections = await connectionsTo(query);
  });
  const each = (figure: 'transactions' | 'cpuMs' | 'walBytes') =>
    aThousand(work, rest, reached.turns, figure);
  console.log(
    `${nodes} nodes, ${stage.people} people: ${Math.round(reached.turns / work.seconds)} turns/s, ${reached.connections} connections to the database`,
  );
  console.table({
    'the database, a thousand turns': {
      statements: Math.round(each('transactions')),
      'CPU ms': Math.round(each('cpuMs')),
      'KiB of its log (WAL)': Math.round(each('walBytes') / 1024),
    },
  });
  console.log(
    `at rest, a second: ${aSecond(rest, 'transactions').toFixed(1)} statements, ${aSecond(rest, 'cpuMs').toFixed(1)} ms of a processor`,
  );
}
