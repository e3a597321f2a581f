import { z } from 'zod';
import type { RecordKind, Records } from '#domain/records/records.ts';
import { type Checked, checked, misfit } from '#store/upgrade/checked.ts';

/** What stands in a document: the record, and the place of its last change. `cursor` comes first in the file. */
export const Envelope = z.strictObject({ cursor: z.int().min(1), record: z.unknown() });
export type Envelope = z.infer<typeof Envelope>;

/** The record in what was read from a document. */
export function recordIn<K extends RecordKind>(kind: K, document: unknown): Checked<Records[K]> {
  const { data, error } = Envelope.safeParse(document);
  return data === undefined ? misfit(document, error) : checked(kind, data.record);
}
