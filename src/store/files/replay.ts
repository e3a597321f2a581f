import { z } from 'zod';
import { type RecordKind, records } from '#domain/records/records.ts';
import type { Cursor } from '../store.ts';
import { nameOfNow } from '../upgrade/former-names.ts';
import { isOfLaterForm } from '../upgrade/later-form.ts';
import type { Quarantine } from './documents/quarantine.ts';
import type { ShelfEntry } from './documents/shelf.ts';
import type { Shelves } from './documents/shelves.ts';
import { frame } from './journal/frame.ts';
import { piecesOf, type Segment } from './journal/segments.ts';
import { ofLaterRelease } from './refusal.ts';

const head = { cursor: z.int().min(1), kind: z.preprocess(nameOfNow, z.object(records).keyof()) };
const Line = z.union([
  z.strictObject({ ...head, record: z.unknown() }),
  z.strictObject({ ...head, erased: z.string() }),
]);

/** The line of the journal for a change. */
export function lineOf(kind: RecordKind, { cursor, id, record }: ShelfEntry<object>): string {
  const change = record ? `"record":${JSON.stringify(record)}` : `"erased":${JSON.stringify(id)}`;
  return frame(`{"cursor":${cursor},"kind":"${kind}",${change}}`);
}

/**
 * Puts what the segments hold back on the shelves, oldest first; returns the last cursor. Damage is set aside.
 * Throws StoreUnavailable for a segment that cannot be read, or a line that a later release wrote.
 */
export async function replay(
  segments: readonly Segment[],
  shelves: Shelves,
  quarantine: Quarantine,
): Promise<Cursor> {
  let last = 0;
  for (const segment of segments) {
    last = Math.max(last, segment.after);
    for (const piece of await piecesOf(segment)) {
      if (piece.kind === 'torn') continue;
      if (piece.kind === 'damaged') await quarantine.takeLine(segment.path, piece.bytes, 'checksum');
      else {
        const outcome = restore(piece.text, shelves);
        if ('cursor' in outcome) last = Math.max(last, outcome.cursor);
        else if (outcome.isLater) throw ofLaterRelease(`a line of its journal (${outcome.why})`);
        else await quarantine.takeLine(segment.path, piece.text, outcome.why);
      }
    }
  }
  return last;
}

type Restored = { readonly cursor: Cursor } | { readonly why: string; readonly isLater: boolean };

function restore(text: string, shelves: Shelves): Restored {
  const found = parsed(text);
  const { data: line, error } = Line.safeParse(found);
  if (line === undefined) return { why: 'not a change', isLater: isOfLaterForm(found, error.issues) };
  const { cursor } = line;
  const shelf = shelves[line.kind];
  if ('erased' in line) {
    shelf.keep({ cursor, id: line.erased });
    return { cursor };
  }
  return shelf.restore(cursor, line.record) ?? { cursor };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
