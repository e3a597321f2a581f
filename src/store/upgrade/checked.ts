import type { z } from 'zod';
import { type RecordKind, type Records, records } from '#domain/records/records.ts';
import { formOfNow } from './form-of-now.ts';
import { isOfLaterForm } from './later-form.ts';

/** A record, or why it is none: `why` names places, never values; `isLater`: a later release wrote it. */
export type Checked<R> = { readonly record: R } | Misfit;

export interface Misfit {
  readonly why: string;
  readonly isLater: boolean;
}

const schemas: { readonly [K in RecordKind]: z.ZodType<Records[K]> } = records;

/** Whether something that was kept is a record of a kind, in the form of now. */
export function checked<K extends RecordKind>(kind: K, data: unknown): Checked<Records[K]> {
  const { data: record, error } = schemas[kind].safeParse(formOfNow(kind, data));
  return record === undefined ? misfit(data, error) : { record };
}

export function misfit(data: unknown, error: z.ZodError | undefined): Misfit {
  const issues = error?.issues ?? [];
  const why = issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(', ') || 'empty';
  return { why, isLater: isOfLaterForm(data, issues) };
}
