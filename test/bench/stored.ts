/**
 * Whether a turn costs the same whoever is stored already: `npm run bench -- stored`, two programs side by side, one with nobody
 * in its data folder, one with `PEOPLE` (100,000). `ROUNDS` and `SECONDS` as for `turns`.
 */
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { playedBy, storePeople } from './memory/stored.ts';
import { startConnector } from './turns/connector.ts';
import { ourSides } from './turns/our-sides.ts';
import { processesOf, untilAtRest } from './turns/rest.ts';
import { median, runRounds, warmUp } from './turns/rounds.ts';
import { openStage, type Side } from './turns/sides.ts';

const people = Number(process.env.PEOPLE ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 9);
const runMs = Number(process.env.SECONDS ?? 3) * 1000;
const connections = 32;
const stage = await openStage(await startConnector(), connections);

try {
  const sides: Side[] = [];
  const begun = join(stage.folder, 'begun');
  await mkdir(begun);
  const samples = await playedBy('.', begun, 12);
  for (const many of [0, people]) {
    const dir = join(stage.folder, `${many}`);
    await cp(begun, dir, { recursive: true });
    const from = performance.now();
    await storePeople(dir, samples, many);
    console.log(`${many} people stored in ${((performance.now() - from) / 1000).toFixed(1)} s`);
    const storage = { name: `${many} people stored`, nodes: [{ DATA_DIR: dir }] };
    sides.push(...(await ourSides(stage, storage, ['direct-line'])));
  }
  for (const { urls } of sides)
    for (const url of urls) while ((await fetch(`${url}/readyz`)).status !== 200) await pause(100);
  const began = performance.now();
  await untilAtRest(processesOf(sides));
  console.log(`both at rest after ${((performance.now() - began) / 1000).toFixed(0)} s more`);
  await warmUp(sides, connections);
  const [none = [], many = []] = await runRounds(sides, { connections, rounds, runMs });
  for (const [i, reached] of [none, many].entries()) {
    const cpuUs = median(reached.map((one) => one.cpuUs)).toFixed(0);
    const perSecond = median(reached.map((one) => one.perSecond)).toFixed(0);
    console.log(`${sides[i]?.name}: ${perSecond} turns/s, ${cpuUs} µs of a processor each`);
  }
  const ratio = median(many.map(({ cpuUs }, i) => cpuUs / (none[i]?.cpuUs ?? Number.NaN)));
  const flat = Math.abs(ratio - 1) <= 0.1 ? 'flat within 10 %' : 'not flat within 10 %';
  console.log(`cost of a turn, ${people} people stored by nobody stored: ${ratio.toFixed(2)}, ${flat}`);
} finally {
  await stage.close();
}
