import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { readConfig } from '#src/config.ts';
import { obtainBackup } from '#src/tools/backup/obtain-backup.ts';
import { restoreBackup } from '#store/files/backups/restore-backup.ts';
import { itemsOf, lostOf, peopleIn } from '../found.ts';
import type { Torture } from '../part.ts';
import { type Program, startProgram } from '../program.ts';
import { Crowd } from './crowd.ts';

const secret = 'torture'.repeat(8);
const together = 30;
/** How long an order to stop may take, in milliseconds; among the tests, which share the machine, longer. */
const [longestStop, longestAmongTests] = [5_000, 20_000];

/** The program is killed again and again under people who answer; a backup is made among them; then it is told to stop. */
export async function kills(torture: Torture): Promise<void> {
  const { of, figure, wrong } = torture;
  const dataDir = await mkdtemp(join(tmpdir(), 'trajectoires-torture-'));
  const crowd = new Crowd(of(together, 6), secret);
  const draw = draws(20260101);
  const [times, answers] = [of(200, 2), of(100_000, 60)];
  let [killed, longestStart] = [0, 0];
  try {
    for (let round = 0; killed < times || crowd.taken < answers; round++) {
      const began = performance.now();
      const program = await start(dataDir);
      longestStart = Math.max(longestStart, performance.now() - began);
      const least =
        crowd.taken + Math.ceil(((answers - crowd.taken) / Math.max(1, times - killed)) * (0.5 + draw()));
      const busy = crowd.answer(program);
      await crowd.until(Math.max(least, crowd.taken + 1));
      if (round === Math.floor(times / 2)) await backUp(torture, dataDir, crowd);
      process.kill(program.pid, 'SIGKILL');
      if ((await program.over) !== 'SIGKILL') wrong(`It ended by itself: ${program.log().slice(-1000)}`);
      await busy;
      killed += 1;
    }
    await stopUnderLoad(torture, dataDir, crowd);
    figure('kills under load (SIGKILL)', killed);
    figure('longest start after a kill, ms', Math.round(longestStart));
    await count(torture, dataDir, crowd);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

const start = (dataDir: string) => startProgram({ DIRECT_LINE_SECRET: secret, LOG_LEVEL: 'error' }, dataDir);

/** Asked for while people answer, put back elsewhere: what was acknowledged before is in it. */
async function backUp({ figure, wrong }: Torture, dataDir: string, crowd: Crowd): Promise<void> {
  const before = new Map(crowd.everybody.map(({ user, taken }) => [user, [...taken.keys()]]));
  const read = readConfig({ DATA_DIR: dataDir });
  if ('problems' in read) throw new Error('The settings are right');
  const began = performance.now();
  const made = await obtainBackup(read.config);
  if ('remedy' in made) return wrong(`No backup: ${made.message}`);
  const seconds = (performance.now() - began) / 1000;
  const during = crowd.taken - [...before.values()].flat().length;
  const heir = await mkdtemp(join(tmpdir(), 'trajectoires-heir-'));
  try {
    await restoreBackup(made.path, heir);
    const { people, problems } = await peopleIn(heir, [...before.keys()]);
    const lost = [...before].flatMap(([user, items]) => {
      const found = new Set(itemsOf(people.get(user)));
      return items.filter((item) => !found.has(item));
    });
    if (lost.length > 0 || problems.length > 0) wrong(`The backup lacks ${lost.length} answers`);
    figure('backup while people answer: documents, seconds', `${made.documents}, ${seconds.toFixed(1)}`);
    figure('answers acknowledged meanwhile', during);
    figure(
      'answers of before it, found in what was restored',
      [...before.values()].flat().length - lost.length,
    );
  } finally {
    await rm(heir, { recursive: true, force: true });
  }
}

async function stopUnderLoad({ of, figure, wrong }: Torture, dataDir: string, crowd: Crowd): Promise<void> {
  const program: Program = await start(dataDir);
  // From then on it refuses whoever comes.
  const told = Promise.withResolvers<void>();
  const busy = crowd.answer({ url: program.url, over: told.promise });
  await crowd.until(crowd.taken + 10);
  const began = performance.now();
  told.resolve();
  const how = await program.stop(true);
  const took = performance.now() - began;
  await busy;
  const longest = of(1_000, 0) < 1_000 ? longestAmongTests : longestStop;
  if (how !== 0 || took > longest) wrong(`SIGTERM under load: ${how} after ${Math.round(took)} ms`);
  figure('SIGTERM under load, ms', Math.round(took));
}

/** Every acknowledged answer is there once, and none beside but the last that was under way. */
async function count({ figure, wrong }: Torture, dataDir: string, crowd: Crowd): Promise<void> {
  const users = crowd.everybody.map(({ user }) => user);
  const { people, documents, problems } = await peopleIn(dataDir, users);
  const { lost, more } = lostOf(crowd.everybody, people);
  const ways = crowd.everybody.flatMap(({ taken }) => [...taken.values()]);
  figure('people', users.length);
  figure('answers acknowledged', ways.length);
  figure(
    '  tapped, typed',
    `${ways.filter((way) => way === 'tapped').length}, ${ways.filter((way) => way === 'typed').length}`,
  );
  figure('  lost', lost);
  figure('  kept and never acknowledged, beyond one under way each', more);
  if (crowd.refusals.length > 0)
    wrong(`${crowd.refusals.length} refused by a living program: ${crowd.refusals[0]}`);
  if (lost > 0) wrong(`${lost} acknowledged answers are lost`);
  if (more > 0) wrong(`${more} answers that nobody was told of`);
  if (documents > users.length) wrong(`${documents} documents of ${users.length} people`);
  if (problems.length > 0) wrong(`The store complains: ${problems[0]?.message}`);
}
