import type { RecordKind } from '#domain/records/records.ts';
import type { Disk } from '../disk.ts';
import { Folder } from './folder.ts';
import type { Quarantine } from './quarantine.ts';
import { Shelf } from './shelf.ts';

/** One shelf a kind. */
export type Shelves = { readonly [K in RecordKind]: Shelf<K> };

/** All that is kept under a folder; each shelf remembers so many records at most. */
export function shelvesIn(dir: string, disk: Disk, quarantine: Quarantine, remembered: number): Shelves {
  const shelf = <K extends RecordKind>(kind: K) =>
    new Shelf(new Folder(kind, dir, disk, quarantine), remembered);
  return {
    participant: shelf('participant'),
    consultation: shelf('consultation'),
    reference: shelf('reference'),
    link: shelf('link'),
    edition: shelf('edition'),
    whereabouts: shelf('whereabouts'),
    facilitator: shelf('facilitator'),
    venue: shelf('venue'),
    account: shelf('account'),
    entry: shelf('entry'),
    deed: shelf('deed'),
    crossing: shelf('crossing'),
    moment: shelf('moment'),
    collective: shelf('collective'),
    'text-mark': shelf('text-mark'),
    'api-key': shelf('api-key'),
    hook: shelf('hook'),
    delivery: shelf('delivery'),
  };
}
