import { z } from 'zod';

/** How many codes are made at once, and how many may be waiting in a consultation. */
export const entryCodeBounds = { atOnce: 1_000, waiting: 10_000 } as const;

/**
 * The single-use codes of a consultation that is open to those who were given one, in one document.
 *
 * Nothing here leads from a code to a person, nor back:
 * - no field: a used code is not marked, it is gone; who came in holds no word of it, and its time is written down nowhere;
 * - no order: what is kept are keyed hashes, sorted, not in the order in which codes were made, printed or used;
 * - no time: one document for all, so that its own time is that of the last use alone; a use goes by `Store.forget`, which leaves
 *   no former form in the journal or in a backup, so that two copies compared tell nothing of what happened in between.
 *
 * So nobody can be asked whether a code was used: one that was used, one that was taken back and one that never was are alike.
 */
export const EntryCodes = z.strictObject({
  schema: z.literal(1),
  /** The consultation's code. */
  id: z.string().min(1),
  version: z.int().min(0),
  /** Keyed hashes of those that let somebody in, sorted. */
  free: z.array(z.string()).max(entryCodeBounds.waiting),
  /** So many were made, and so many of them taken back before anybody used them. */
  made: z.int().min(0),
  revoked: z.int().min(0),
});
export type EntryCodes = z.infer<typeof EntryCodes>;

/** How many codes there are of each kind. */
export interface EntryCodeCounts {
  readonly made: number;
  readonly used: number;
  readonly free: number;
  readonly revoked: number;
}

export const noEntryCodes = (id: string): EntryCodes => ({
  ...{ schema: 1, id, version: 0, free: [], made: 0, revoked: 0 },
});

export function countEntryCodes({ free, made, revoked }: Omit<EntryCodes, 'id'>): EntryCodeCounts {
  return { made, used: made - revoked - free.length, free: free.length, revoked };
}

/** With new ones among those that wait. */
export const withEntryCodes = (codes: EntryCodes, added: readonly string[]): EntryCodes => ({
  ...codes,
  free: [...codes.free, ...added].sort(),
  made: codes.made + added.length,
});

/** Without those that were used; the same one when it holds none of them. */
export function withoutUsed(codes: EntryCodes, used: ReadonlySet<string>): EntryCodes {
  const free = codes.free.filter((one) => !used.has(one));
  return free.length === codes.free.length ? codes : { ...codes, free };
}

/** Without those that are taken back: one of them, or all that wait. */
export function withoutRevoked(codes: EntryCodes, which: string | 'all'): EntryCodes {
  const free = which === 'all' ? [] : codes.free.filter((one) => one !== which);
  return { ...codes, free, revoked: codes.revoked + codes.free.length - free.length };
}
