import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { openStore } from '#store/files/open.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import type { Store } from '#store/store.ts';
import { runs } from '../runs.ts';
import { filesNaming, withFolder } from './folders.ts';
import { onPostgres } from './postgres/suite.ts';
import { all } from './steps.ts';

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));

/** What the killed process said of each person: the version acknowledged, and the one asked for last; 0 is erased. */
type Told = Map<string, { done: number; asked: number }>;

/** Lets writers run until so many changes are acknowledged, then kills their process. */
async function runAndKill(
  place: string,
  seed: number,
  round: number,
  acknowledged: number,
  told: Told,
): Promise<void> {
  const args = ['--disable-warning=ExperimentalWarning', writer, place, String(seed + round), String(round)];
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
async function check(store: Store, told: Told): Promise<void> {
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
}

/** A place that a process writes in until it is killed. */
interface Place {
  readonly address: string;
  open(): Promise<Store>;
  /** Where words are still to be found, once the store is closed. */
  naming?(words: string): Promise<readonly string[]>;
}

/** Lets writers run and be killed, again and again; looks each time at what is there. */
async function torment(place: Place): Promise<void> {
  const seed = 20260101;
  const draw = draws(seed);
  const told: Told = new Map();
  for (let round = 0; round < runs(4, 20); round++) {
    await runAndKill(place.address, seed, round, 40 + Math.floor(draw() * 400), told);
    const store = await place.open();
    await check(store, told);
    await store.close();
    const gone = [...told].filter(([, { done }]) => done === 0).map(([id]) => id);
    for (const id of gone) expect((await place.naming?.(`words of ${id}.`)) ?? []).toEqual([]);
  }
  expect([...told.values()].some(({ done }) => done === 0)).toBe(true);
  expect(Math.max(...[...told.values()].map(({ done }) => done))).toBeGreaterThan(10);
}

test('a process killed under its writers, again and again, loses nothing that it acknowledged', async () => {
  await withFolder((dir) =>
    torment({ address: dir, open: () => openStore(dir), naming: (words) => filesNaming(dir, words) }),
  );
}, 300_000);

onPostgres('in PostgreSQL', (server) => {
  test('a process killed under its writers, again and again, loses nothing that it acknowledged', async () => {
    const address = await (await server()).database();
    await torment({ address, open: async () => (await openPostgres(address)).store });
  }, 300_000);
});
