import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Participant } from '#domain/participant/participant.ts';
import { textsBy } from '#projections/free-texts.ts';
import type { Somebody } from './somebody.ts';

/** Adds to everybody's canaries the ids and hashes by which a backup knows them; returns the hashes of their texts, in the order of people. */
export async function knownOf(backup: string, everybody: readonly Somebody[]): Promise<readonly string[]> {
  const texts = new Map<Somebody, readonly string[]>();
  const folder = join(backup, 'participant');
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const document = await readFile(join(entry.parentPath, entry.name), 'utf8');
    const one = everybody.find(({ canaries: [own = ''] }) => document.includes(own));
    if (one === undefined) throw new Error(`A document of nobody: ${entry.name}`);
    const person = Participant.parse(JSON.parse(document).record);
    const theirs = textsBy(person.id, person).map(({ id }) => id);
    for (const id of [person.id, ...person.traces.map((trace) => trace.id), ...theirs]) one.canaries.add(id);
    texts.set(one, theirs);
  }
  return everybody.flatMap((one) => texts.get(one) ?? []);
}
