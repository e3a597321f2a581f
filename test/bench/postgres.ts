/**
 * What PostgreSQL costs: `npm run bench -- postgres`. Bytes a participant there, the start and the memory of a node with `PEOPLE`
 * (10,000) stored, what an open connection takes (`SOCKETS`, 2,000), how late one node is told of what another one saved, and what a
 * thousand turns on three nodes have the database do (`SECONDS`, 10). `REST_SECONDS` (60) before memory is read.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '#store/postgres/database.ts';
import { isThere } from '../store/postgres/there.ts';
import { perOne } from './memory/per-one.ts';
import { playedBy } from './memory/stored.ts';
import { fill, takenBy } from './postgres/fill.ts';
import { lateness } from './postgres/lateness.ts';
import { measureNode } from './postgres/node.ts';
import { turnsOn } from './postgres/turns.ts';
import { usedByDatabase } from './processes.ts';
import { quantile } from './quantile.ts';
import { startConnector } from './turns/connector.ts';
import { openStage, type Stage } from './turns/sides.ts';
import { forDatabase, servingDatabase } from './turns/storages.ts';

const people = Number(process.env.PEOPLE ?? 10_000);
const sockets = Number(process.env.SOCKETS ?? 2_000);
const runMs = Number(process.env.SECONDS ?? 10) * 1000;
const restMs = Number(process.env.REST_SECONDS ?? 60) * 1000;

if (isThere()) {
  const stage = await openStage(await startConnector(), 32);
  await measured(stage).finally(() => stage.close());
} else console.log(`skipped: there is no PostgreSQL; for it: ${forDatabase}`);

async function measured(stage: Stage): Promise<void> {
  const server = await servingDatabase();
  stage.atEnd('last', () => server.remove());
  const used = usedByDatabase(server.dir);
  const played = join(stage.folder, 'played');
  await mkdir(played);
  const samples = await playedBy('.', played, 12);
  const url = await server.database();
  const none = await measureNode(stage, { url, used, restMs, name: 'nobody stored' });
  const seconds = await fill(url, samples, people);
  await printTaken(url, seconds);
  const some = await measureNode(stage, { url, used, restMs, sockets, name: `${people} people stored` });
  console.table([none.row, some.row]);
  console.log(
    `a participant who is away costs a node ${perOne(some.restMiB - none.restMiB, people).toFixed(2)} KiB`,
  );
  console.log(`a connection that is open costs a node ${some.socketKiB?.toFixed(1)} KiB`);
  for (const writers of [1, 32]) await printLateness(await server.database(), writers);
  await turnsOn(stage, { url, used, runMs });
}

async function printTaken(url: string, seconds: number): Promise<void> {
  const database = openDatabase(url);
  const taken = await takenBy(database.query);
  await database.close();
  const each = (bytes: number) => Math.round(bytes / taken.people);
  console.log(`${taken.people} participants put there in ${seconds.toFixed(1)} s`);
  console.table({
    'bytes a participant': {
      document: each(taken.documents),
      'in the table': each(taken.tables),
      'in its indexes': each(taken.indexes),
      'in all': each(taken.tables + taken.indexes),
    },
  });
}

async function printLateness(url: string, writers: number): Promise<void> {
  const late = await lateness(url, writers, Math.ceil(640 / writers));
  const [median, p99] = [0.5, 0.99].map((share) => quantile(late, share).toFixed(1));
  const most = Math.max(...late).toFixed(1);
  console.log(
    `how late a node is told of what another one saved, ${writers} at a time, ${late.length} saves: median ${median} ms, p99 ${p99} ms, at most ${most} ms`,
  );
}
