/**
 * Turns per second, side by side in one run on loopback: what others make, and this project's whole turn through each of its
 * ways in, on files and on PostgreSQL with one node and with three. Each server is a process of its own, this one the load; people on
 * three nodes come through any of them. A round begins once all processes are at rest and warm.
 *
 * `CONNECTIONS=32 ROUNDS=3 SECONDS=1` for less of it, `STORAGES=files,postgres-1,postgres-3` for some of the storages, and
 * `ONLY=a,e,connector,direct-line@postgres-3` for some of the sides: what is not measured is not started.
 */
import { loadavg } from 'node:os';
import { print, printStorages } from './turns/aims.ts';
import { choose, ourKeys } from './turns/choice.ts';
import { startConnector } from './turns/connector.ts';
import { ourSides } from './turns/our-sides.ts';
import { peerSides } from './turns/peer-sides.ts';
import { printAtRest, processesOf, untilAtRest } from './turns/rest.ts';
import { runRounds, warmUp } from './turns/rounds.ts';
import { openStage, type Side, type Skipped } from './turns/sides.ts';
import { openStorage } from './turns/storages.ts';

const crowds = (process.env.CONNECTIONS ?? '1,32,128').split(',').map(Number);
const rounds = Number(process.env.ROUNDS ?? 5);
const seconds = Number(process.env.SECONDS ?? 2);
const choice = choose(process.env);
const stage = await openStage(await startConnector(), Math.max(...crowds));

try {
  const found: (Side | Skipped)[] = [...(await peerSides(stage, choice.has))];
  for (const key of choice.storages) {
    const storage = await openStorage(stage, key);
    const keys = ourKeys.filter((way) => choice.has(way, key));
    found.push(...('remedy' in storage ? [storage] : await ourSides(stage, storage, keys)));
  }
  const sides = found.filter((one) => 'callers' in one);
  await warmUp(sides, Math.min(32, stage.people));
  await untilAtRest(processesOf(sides));
  await printAtRest(sides);
  for (const connections of crowds) {
    const load = loadavg()[0]?.toFixed(1);
    console.log(
      `\n${connections} connections, medians of ${rounds} interleaved rounds of ${seconds} s, Node ${process.version}, load ${load}`,
    );
    const reached = await runRounds(sides, { connections, rounds, runMs: seconds * 1000 });
    print(sides, reached);
    printStorages(sides, reached);
  }
  for (const one of found) if ('remedy' in one) console.log(`skipped: ${one.name}; for it: ${one.remedy}`);
} finally {
  await stage.close();
}
