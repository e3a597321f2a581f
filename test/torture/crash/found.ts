import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKeyMaker } from '#channels/keys.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { openStore, type StoreProblem } from '#store/files/open.ts';

/** Everybody in a data folder whose program is over, by who they are on the wire; and what the store complained of. */
export async function peopleIn(dataDir: string, users: readonly string[]) {
  const keys = createKeyMaker(JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8')).pepper);
  const problems: StoreProblem[] = [];
  const store = await openStore(dataDir, { onProblem: (problem) => problems.push(problem) });
  const people = new Map<string, Participant>();
  for (const user of users) {
    const found = await store.load('participant', keys.participant('directline', `dl_${user}`, 'decouverte'));
    if (found !== undefined) people.set(user, found);
  }
  let documents = 0;
  for await (const { record } of store.changes('participant', 0)) if (record !== undefined) documents += 1;
  await store.close();
  return { people, documents, problems };
}

/** The items that somebody's document holds an answer to. */
export const itemsOf = (person: Participant | undefined): readonly string[] =>
  person === undefined ? [] : [...Object.keys(person.answers), ...Object.keys(person.ballots)];
