import { setTimeout as pause } from 'node:timers/promises';
import type { RecordKind, Records } from '#domain/records/records.ts';
import { withoutAllMembers } from '#domain/records/without-members.ts';
import type { Change, Store } from '#store/store.ts';
import { whenUnreadable } from '#store/when-unreadable.ts';
import type { Application } from '../parts.ts';
import { forgetReferences } from './forget-references.ts';

/** Records erased at once: each lot brings the documents up to date once, and lets turns pass in between. */
const lot = 200;

/** Kinds of record that are somebody's in one consultation, those that lead to a person before the person. */
const peoples = [
  'reference',
  'last-consultation',
  'text-mark',
  'proposal',
  'mail-contact',
  // What was answered in the room, and what the room wrote down of it, with the names of who is to do what.
  'live-vote',
  'live-session',
  // What tells the phone of a table again; what the table agreed on is in its workshop result.
  'breakout-table',
] as const;

/**
 * Erases everything of the people of a consultation, in every store, unless it is stopped: to be called again, it goes on with
 * what is left. What somebody saved at this very moment is found by another round.
 */
export async function erasePeople(
  { store, forgetPeople }: Pick<Application, 'store' | 'forgetPeople'>,
  code: string,
  stopping: AbortSignal,
): Promise<'done' | 'stopped'> {
  let isClean = false;
  /** Everybody found so far: what leads to them may be saved after they are gone. */
  const theirs = new Set<string>();
  const stop = store.watch((change) => {
    if (isOf(change, code) || leadsTo(change, theirs)) isClean = false;
  });
  try {
    while (!isClean && !stopping.aborted) {
      isClean = true;
      forgetPeople(code);
      await eraseRound(store, code, theirs, stopping);
    }
  } finally {
    stop();
  }
  return stopping.aborted ? 'stopped' : 'done';
}

async function eraseRound(
  store: Store,
  code: string,
  theirs: Set<string>,
  stopping: AbortSignal,
): Promise<void> {
  const idsOf = <K extends RecordKind>(kind: K, isWanted: (record: Records[K]) => boolean) =>
    found(store, kind, isWanted, stopping);
  const erase = (kind: RecordKind, ids: readonly string[]) => eraseLots(store, kind, ids, stopping);
  const people = await idsOf('participant', (one) => one.consultation === code);
  for (const id of people) theirs.add(id);
  await erase('link', await idsOf('link', (one) => theirs.has(one.participant)));
  for (const kind of peoples) {
    const ids = await idsOf(kind, (one) => one.consultation === code);
    if (kind === 'reference') await forgetReferences(store, new Set(ids));
    await erase(kind, ids);
  }
  await erase('participant', people);
  await erase('audit-entry', await idsOf('audit-entry', isAboutTexts(code)));
  // Who is in the channels where it stands: each was shown a card of their own while people could answer.
  for (const id of await idsOf('channel-post', (one) => one.consultation === code))
    await store.forget('channel-post', id, withoutAllMembers);
}

/** Whether a change brought something of a consultation's people back. */
const isOf = ({ kind, record }: Change, code: string): boolean =>
  record !== undefined && isPeoples(kind) && 'consultation' in record && record.consultation === code;

const leadsTo = ({ kind, record }: Change, people: ReadonlySet<string>): boolean =>
  kind === 'link' && record !== undefined && people.has(record.participant);

export const isPeoples = (kind: RecordKind): boolean =>
  kind === 'participant' || peoples.some((one) => one === kind);

/** What facilitators decided of texts that people had written. */
const isAboutTexts =
  (code: string) =>
  ({ consultation, action }: Records['audit-entry']): boolean =>
    consultation === code && action === 'text-marked';

/** The ids of what is wanted; none once it is to stop. */
async function found<K extends RecordKind>(
  store: Store,
  kind: K,
  isWanted: (record: Records[K]) => boolean,
  stopping: AbortSignal,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, record } of store.changes(kind, 0)) {
    if (stopping.aborted) return [];
    if (record !== undefined && isWanted(record)) ids.push(id);
  }
  for (const id of store.doubtful(kind)) {
    const record = await store.load(kind, id).catch(whenUnreadable(undefined));
    if (record !== undefined && isWanted(record)) ids.push(id);
  }
  return ids;
}

async function eraseLots(store: Store, kind: RecordKind, ids: readonly string[], stopping: AbortSignal) {
  for (let from = 0; from < ids.length && !stopping.aborted; from += lot) {
    await store.eraseMany(kind, ids.slice(from, from + lot));
    await pause(1);
  }
}
