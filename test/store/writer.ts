/**
 * Several writers on one store until the process is killed: `node writer.ts <place> <seed> <round>`, where a place is a folder, or the address of a database.
 * Each line on the output is `asked <id> <version>` before a change or `done <id> <version>` after it; 0 is an erasure.
 */
import { writeSync } from 'node:fs';
import type { Participant } from '#domain/participant/participant.ts';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { openStore } from '#store/files/open.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import { person } from './people.ts';
import { save } from './steps.ts';

const [place = '', seed = '1', round = '0'] = process.argv.slice(2);
const draw = draws(Number(seed));
// A checkpoint is always near, running, or just over.
const store = place.startsWith('postgres:')
  ? (await openPostgres(place)).store
  : await openStore(place, { pace: { records: 6, bytes: 30_000 }, remembered: 10 });

const found: Participant[] = [];
for await (const { record } of store.changes('participant', 0)) if (record) found.push(record);
await Promise.all(
  Array.from({ length: 8 }, (_, writer) =>
    write(
      writer,
      found.filter((_it, n) => n % 8 === writer),
    ),
  ),
);

async function write(writer: number, people: Participant[]): Promise<void> {
  for (let n = 0; ; n++) {
    if (people.length < 3)
      people.push(person(`r${round}w${writer}n${n}`, `words of r${round}w${writer}n${n}.`));
    const at = Math.floor(draw() * people.length);
    const [chosen] = people.splice(at, 1);
    if (chosen === undefined) continue;
    if (chosen.version > 2 && draw() < 0.1) await erase(chosen.id);
    else people.push(await change(chosen));
  }
}

async function change(one: Participant): Promise<Participant> {
  writeSync(1, `asked ${one.id} ${one.version + 1}\n`);
  const saved = await save(store, { ...one, tries: one.version + 1 });
  writeSync(1, `done ${one.id} ${saved.version}\n`);
  return saved;
}

async function erase(id: string): Promise<void> {
  writeSync(1, `asked ${id} 0\n`);
  await store.erase('participant', id);
  writeSync(1, `done ${id} 0\n`);
}
