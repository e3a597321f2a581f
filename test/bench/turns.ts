/**
 * Turns per second, side by side in one run on loopback: what others make, and this project's whole turn through each of its
 * ways in. Each server is a process of its own, this one the load. `CONNECTIONS=32 ROUNDS=3 SECONDS=1 ONLY=a,e,direct-line`
 * for less of it.
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { print } from './turns/aims.ts';
import { startConnector } from './turns/connector.ts';
import { runRounds, warmUp } from './turns/rounds.ts';
import { openStage, ourSides, peerSides, type Side, type Skipped, type Storage } from './turns/sides.ts';

const crowds = (process.env.CONNECTIONS ?? '1,32,128').split(',').map(Number);
const rounds = Number(process.env.ROUNDS ?? 5);
const seconds = Number(process.env.SECONDS ?? 2);
const only = process.env.ONLY?.split(',');

const stage = await openStage(await startConnector(), Math.max(...crowds));
/** One entry for each way to keep what people say: another store is one more, with the environment of each of its nodes. */
const storages: readonly Storage[] = [{ name: 'files', nodes: [{ DATA_DIR: join(stage.folder, 'data') }] }];

try {
  const found: (Side | Skipped)[] = [...(await peerSides(stage))];
  for (const storage of storages) found.push(...(await ourSides(stage, storage)));
  const sides = found.filter((one) => 'callers' in one).filter(({ key }) => only?.includes(key) ?? true);
  await warmUp(sides, Math.min(32, stage.people));
  for (const connections of crowds) {
    const load = loadavg()[0]?.toFixed(1);
    console.log(
      `\n${connections} connections, medians of ${rounds} interleaved rounds of ${seconds} s, Node ${process.version}, load ${load}`,
    );
    print(sides, await runRounds(sides, { connections, rounds, runMs: seconds * 1000 }));
  }
  for (const one of found) if ('remedy' in one) console.log(`skipped: ${one.name}; for it: ${one.remedy}`);
} finally {
  await stage.close();
}
