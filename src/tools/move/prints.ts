import { createHash, hash } from 'node:crypto';
import { type RecordKind, type Records, records } from '#domain/records/records.ts';
import type { Store } from '#store/store.ts';

/** Every kind of record, in the order in which they are moved. */
export const kinds = Object.keys(records).filter(isKind);

function isKind(name: string): name is RecordKind {
  return Object.hasOwn(records, name);
}

/** SHA-256, as hexadecimal, of a record as JSON in the form of now: version, and order of its keys, included. */
export const printOf = (record: Records[RecordKind]): string => hash('sha256', JSON.stringify(record));

/** The print of each record of a kind, by its id. In memory about 200 bytes a record, and one kind at a time. */
export async function printsIn(store: Store, kind: RecordKind): Promise<ReadonlyMap<string, string>> {
  const prints = new Map<string, string>();
  for await (const { id, record } of store.changes(kind, 0))
    if (record !== undefined) prints.set(id, printOf(record));
  return prints;
}

/** How many, and one SHA-256 over the prints of all in the order of their ids. */
export interface Sum {
  readonly count: number;
  readonly sha256: string;
}

export function sumOf(prints: ReadonlyMap<string, string>): Sum {
  const all = createHash('sha256');
  for (const id of [...prints.keys()].sort()) all.update(`${JSON.stringify(id)} ${prints.get(id)}\n`);
  return { count: prints.size, sha256: all.digest('hex') };
}
