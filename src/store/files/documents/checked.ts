import { z } from 'zod';
import { type RecordKind, type Records, records } from '#domain/records/records.ts';
import { formOfNow } from '../upgrade/form-of-now.ts';
import { isOfLaterForm } from '../upgrade/later-form.ts';

/** What stands in a document: the record, and the place of its last change. `cursor` comes first in the file. */
export const Envelope = z.strictObject({ cursor: z.int().min(1), record: z.unknown() });
export type Envelope = z.infer<typeof Envelope>;

/** A record, or why it is none: `why` names places, never values; `isLater`: a later release wrote it. */
export type Checked<R> = { readonly record: R } | { readonly why: string; readonly isLater: boolean };

const schemas: { readonly [K in RecordKind]: z.ZodType<Records[K]> } = records;

/** The record in what was read from a document. */
export function recordIn<K extends RecordKind>(kind: K, document: unknown): Checked<Records[K]> {
  const { data, error } = Envelope.safeParse(document);
  return data === undefined ? misfit(document, error) : checked(kind, data.record);
}

/** Whether something read from a file is a record of a kind, in the form of now. */
export function checked<K extends RecordKind>(kind: K, data: unknown): Checked<Records[K]> {
  const { data: record, error } = schemas[kind].safeParse(formOfNow(kind, data));
  return record === undefined ? misfit(data, error) : { record };
}

function misfit(data: unknown, error: z.ZodError | undefined): { why: string; isLater: boolean } {
  const issues = error?.issues ?? [];
  const why = issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(', ') || 'empty';
  return { why, isLater: isOfLaterForm(data, issues) };
}
