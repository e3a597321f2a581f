import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { drawGroups } from '../entry/copied-code.ts';
import { tableBounds } from './workshop-result.ts';

/** Tables that may be opened at once, and that a consultation may have in all. */
export const breakoutBounds = { atOnce: 20, inAll: 60 } as const;

/**
 * A table of a workshop that enters its own scenario on one phone. Its id is the key of its address: whoever has it may write, while
 * it is open. It holds nothing of people: what the table agreed on is a workshop result like any other.
 */
export const BreakoutTable = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  /** The consultation's code. */
  consultation: z.string().min(1),
  name: z.string().min(1).max(tableBounds.name),
  openedAt: z.iso.datetime(),
  /** What it works on; absent: all domains in use. */
  domains: z.array(DomainId).min(1).optional(),
  /** At the table, once it was said. */
  people: z.int().min(1).max(tableBounds.people).optional(),
  /** A hash of the key that the phone keeps which writes; gone once the table is closed. */
  writer: z.string().min(1).optional(),
  /** The workshop result that it wrote, and the version in which it left it. */
  result: z.strictObject({ id: z.string().min(1), version: z.int().min(0) }).optional(),
  /** What was written and is no part of a result yet (half a line, a condition of what is not kept), by the field's name. */
  pending: z.record(z.string().max(200), z.string().max(tableBounds.remark)),
  /** When the table said that it has finished. */
  doneAt: z.iso.datetime().optional(),
  /** When whoever facilitates closed it: nothing more is written. */
  closedAt: z.iso.datetime().optional(),
});
export type BreakoutTable = z.infer<typeof BreakoutTable>;

/** Where a table is. */
export type TableState = 'waiting' | 'writing' | 'done' | 'closed';

export function tableState({
  closedAt,
  doneAt,
  writer,
  result,
}: Pick<BreakoutTable, 'closedAt' | 'doneAt' | 'writer' | 'result'>): TableState {
  if (closedAt !== undefined) return 'closed';
  if (doneAt !== undefined) return 'done';
  return writer === undefined && result === undefined ? 'waiting' : 'writing';
}

/** Three groups of four letters, in small letters as they are typed on a phone: 55 bits. */
const size = { groups: 3, inEach: 4 } as const;

/** A new key: `at` draws a whole number below its bound. */
export const newTableKey = (at: (bound: number) => number): string => drawGroups(size, at).toLowerCase();

/** A key as it was typed, with or without its hyphens, in any case; nothing where it cannot be one. */
export function tableKeyIn(typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  const its = /^(\w{4})-?(\w{4})-?(\w{4})$/.exec(typed.trim().toLowerCase());
  return its === null ? undefined : its.slice(1).join('-');
}
