import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { openStore } from '#store/files/open.ts';
import { runs } from '../runs.ts';
import { filesNaming, withFolder } from './folders.ts';
import { all } from './steps.ts';

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));

/** What the killed process said of each person: the version acknowledged, and the one asked for last; 0 is erased. */
type Told = Map<string, { done: number; asked: number }>;

/** Lets writers run until so many changes are acknowledged, then kills their process. */
async function runAndKill(
  dir: string,
  seed: number,
  round: number,
  acknowledged: number,
  told: Told,
): Promise<void> {
  const args = ['--disable-warning=ExperimentalWarning', writer, dir, String(seed + round), String(round)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let left = acknowledged;
  for await (const line of createInterface({ input: child.stdout })) {
    const [step, id = '', version] = line.split(' ');
    // The last line may be cut by the end.
    if (!/^(asked|done) \S+ \d+$/.test(line)) continue;
    const before = told.get(id) ?? { done: 0, asked: 0 };
    told.set(
      id,
      step === 'done'
        ? { done: Number(version), asked: Number(version) }
        : { ...before, asked: Number(version) },
    );
    if (step === 'done') left -= 1;
    if (left === 0) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
}

/** Nothing acknowledged is lost, nothing is doubled; then what was found is what counts. */
async function check(dir: string, told: Told): Promise<void> {
  const store = await openStore(dir);
  const people = await all(store, 0);
  const found = new Map(people.map(({ id, record }) => [id, record]));
  expect(found.size).toBe(people.length);
  for (const id of found.keys()) expect(told.has(id)).toBe(true);
  for (const [id, { done, asked }] of told) {
    const version = found.get(id)?.version ?? 0;
    expect({ id, version: [done, asked].includes(version) ? 'as told' : version }).toEqual({
      id,
      version: 'as told',
    });
    expect(found.get(id)?.tries ?? 0).toBe(version);
    told.set(id, { done: version, asked: version });
  }
  await store.close();
  const gone = [...told.keys()].filter((id) => !found.has(id));
  for (const id of gone) expect(await filesNaming(dir, `words of ${id}.`)).toEqual([]);
}

test('a process killed under its writers, again and again, loses nothing that it acknowledged', async () => {
  const seed = 20260101;
  const draw = draws(seed);
  await withFolder(async (dir) => {
    const told: Told = new Map();
    for (let round = 0; round < runs(4, 20); round++) {
      await runAndKill(dir, seed, round, 40 + Math.floor(draw() * 400), told);
      await check(dir, told);
    }
    expect([...told.values()].some(({ done }) => done === 0)).toBe(true);
    expect(Math.max(...[...told.values()].map(({ done }) => done))).toBeGreaterThan(10);
  });
}, 300_000);
