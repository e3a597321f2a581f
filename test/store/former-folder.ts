import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type RecordKind, records } from '#domain/records/records.ts';
import type { Store } from '#store/store.ts';

/** A change as a store tells of it, whatever its kind. */
export interface AnyChange {
  readonly kind: string;
  readonly id: string;
  readonly cursor: number;
  readonly record?: Record<string, unknown>;
}

/**
 * A data folder that the program wrote before kinds had their names of now, and what it read in it: of every kind one record
 * in a document and one in the journal alone, one changed since its document was written, one whose erasure was cut short,
 * and a document in quarantine.
 */
const sample: { readonly files: Record<string, string>; readonly changes: readonly AnyChange[] } = JSON.parse(
  await readFile(new URL('./samples/former-names.json', import.meta.url), 'utf8'),
);

export async function layOut(dir: string): Promise<void> {
  for (const [path, text] of Object.entries(sample.files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
}

export const names: Readonly<Record<string, RecordKind>> = {
  deed: 'audit-entry',
  venue: 'channel-post',
  whereabouts: 'last-consultation',
  crossing: 'cross-tabulation',
  moment: 'snapshot',
  collective: 'workshop-result',
  entry: 'sign-in-link',
};

/** What is to be read in the folder now, erasures left out. */
export const expected: readonly AnyChange[] = sample.changes.flatMap(({ kind, record, ...place }) =>
  record === undefined
    ? []
    : [
        {
          ...place,
          kind: names[kind] ?? kind,
          record: withToldParts(withoutReleased(withRoles(JSON.parse(renamed(JSON.stringify(record)))))),
        },
      ],
);

/** A result of people who still answered is made anew since. */
function withoutReleased({ released: _, ...record }: Record<string, unknown>): Record<string, unknown> {
  return record;
}

/** Of a result, a number of people by role or kind of place that was hidden is no longer spoken of. */
function withToldParts(record: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(record).replace('"territories":{"rural":null}', '"territories":{}'));
}

/** Accounts and invitations hold roles in single consultations since: none in those of before. */
function withRoles(record: Record<string, unknown>): Record<string, unknown> {
  if ('sessionsFrom' in record) return { ...record, schema: 2, roles: {} };
  if (!('expiresAt' in record)) return record;
  const to = record.to as Record<string, unknown>;
  return { ...record, schema: 2, to: to.who === 'new' ? { ...to, roles: {} } : to };
}

/** In the sample these words stand nowhere else. */
function renamed(record: string): string {
  return record
    .replace('"kind":"whereabouts"', '"kind":"last-consultation"')
    .replace(/"schema":1(.*)"did":/, '"schema":2$1"action":');
}

/** Every record of every kind that is there, kind by kind. */
export async function allIn(store: Store): Promise<AnyChange[]> {
  const found: AnyChange[] = [];
  for (const kind of Object.keys(records) as RecordKind[])
    for await (const change of store.changes(kind, 0)) if (change.record !== undefined) found.push(change);
  return found;
}
