import { z } from 'zod';
import { type KnownSheet, SheetNumber } from '#domain/paper/sheet.ts';
import type { ChangeFeed } from './change-feed.ts';

/** The paper sheets that were entered in each consultation, without anything that they say. */
export interface PaperSheets {
  /** Once everybody of before the start is known: the latest entered or changed first. */
  of(consultation: string): Promise<readonly KnownSheet[]>;
}

const Digest = z.tuple([SheetNumber, z.iso.datetime()]);

export function createPaperSheets(feed: ChangeFeed): PaperSheets {
  /** By consultation, then by the person's id. */
  const all = new Map<string, Map<string, KnownSheet>>();
  const put = (id: string, consultation: string, sheet: KnownSheet) => {
    const its = all.get(consultation) ?? new Map<string, KnownSheet>();
    all.set(consultation, its.set(id, sheet));
  };
  feed.add({
    participant(id, person) {
      if (person === undefined) for (const its of all.values()) its.delete(id);
      else if (person.sheet !== undefined)
        put(id, person.consultation, { number: person.sheet, at: person.updatedAt });
    },
    digestOf(id, consultation) {
      const known = all.get(consultation)?.get(id);
      return known && [known.number, known.at];
    },
    restore(id, consultation, digest) {
      const read = Digest.safeParse(digest).data;
      if (read !== undefined) put(id, consultation, { number: read[0], at: read[1] });
      return read !== undefined;
    },
  });
  return {
    async of(consultation) {
      await feed.ready;
      return [...(all.get(consultation)?.values() ?? [])].sort(byTime);
    },
  };
}

const byTime = (a: KnownSheet, b: KnownSheet): number =>
  a.at === b.at ? b.number - a.number : a.at < b.at ? 1 : -1;
