import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKeyMaker } from '#channels/keys.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { readKeys } from '#src/keys.ts';
import { openStore, type StoreProblem } from '#store/files/open.ts';
import { keysInDatabase } from '#store/postgres/keys-in-database.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import type { Store } from '#store/store.ts';

/** Everybody in a data folder whose program is over, by who they are on the wire; and what the store complained of. */
export async function peopleIn(dataDir: string, users: readonly string[]) {
  const { pepper } = JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8'));
  const problems: StoreProblem[] = [];
  const store = await openStore(dataDir, { onProblem: (problem) => problems.push(problem) });
  const found = await peopleOf(store, pepper, users);
  await store.close();
  return { ...found, problems };
}

/** The same in a database, which the program may be using. */
export async function peopleInDatabase(url: string, users: readonly string[]) {
  const problems: StoreProblem[] = [];
  const { store, database } = await openPostgres(url, { onProblem: (problem) => problems.push(problem) });
  const read = await readKeys(keysInDatabase(database), {}, async () => false);
  if ('problem' in read) throw new Error(read.problem.message);
  const found = await peopleOf(store, read.keys.pepper, users);
  await store.close();
  return { ...found, problems };
}

async function peopleOf(store: Store, pepper: string, users: readonly string[]) {
  const keys = createKeyMaker(pepper);
  const people = new Map<string, Participant>();
  for (const user of users) {
    const found = await store.load('participant', keys.participant('directline', `dl_${user}`, 'decouverte'));
    if (found !== undefined) people.set(user, found);
  }
  let documents = 0;
  for await (const { record } of store.changes('participant', 0)) if (record !== undefined) documents += 1;
  return { people, documents };
}

/** The items that somebody's document holds an answer to. */
export const itemsOf = (person: Participant | undefined): readonly string[] =>
  person === undefined ? [] : [...Object.keys(person.answers), ...Object.keys(person.ballots)];

/** What became of acknowledged answers: those that are lost, and those kept that nobody was told of, beyond one under way each. */
export function lostOf(
  everybody: readonly { readonly user: string; readonly taken: ReadonlyMap<string, unknown> }[],
  people: ReadonlyMap<string, Participant>,
) {
  let [lost, more] = [0, 0];
  for (const { user, taken } of everybody) {
    const found = new Set(itemsOf(people.get(user)));
    lost += [...taken.keys()].filter((item) => !found.has(item)).length;
    // One may have been kept without its sender having heard of it.
    more += Math.max(0, [...found].filter((item) => !taken.has(item)).length - 1);
  }
  return { lost, more };
}
