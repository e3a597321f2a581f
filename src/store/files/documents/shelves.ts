import type { RecordKind } from '#domain/records/records.ts';
import type { Change } from '#store/store.ts';
import { Folder, type FolderParts } from './folder.ts';
import { Shelf } from './shelf.ts';

/** One shelf a kind. */
export type Shelves = { readonly [K in RecordKind]: Shelf<K> };

interface ShelvesParts extends FolderParts {
  /** Records that each shelf remembers at most. */
  readonly remembered: number;
  /** Told of each change. */
  readonly tell: (change: Change) => void;
}

/** These are as large as hundreds of other records. */
const large: ReadonlySet<RecordKind> = new Set(['logo', 'town-draft', 'town-edition']);
const fewest = 20;

/** All that is kept under a folder. */
export function shelvesIn(dir: string, { remembered, tell, ...parts }: ShelvesParts): Shelves {
  // Each shelf tells of its own kind alone: given one by one, the compiler sees that.
  const shelf = <K extends RecordKind>(kind: K, tell: (change: Change<K>) => void) =>
    new Shelf(
      new Folder(kind, dir, parts),
      large.has(kind) ? Math.min(fewest, remembered) : remembered,
      tell,
    );
  return {
    participant: shelf('participant', tell),
    consultation: shelf('consultation', tell),
    logo: shelf('logo', tell),
    reference: shelf('reference', tell),
    link: shelf('link', tell),
    edition: shelf('edition', tell),
    'town-draft': shelf('town-draft', tell),
    'town-edition': shelf('town-edition', tell),
    'last-consultation': shelf('last-consultation', tell),
    facilitator: shelf('facilitator', tell),
    'channel-post': shelf('channel-post', tell),
    account: shelf('account', tell),
    'sign-in-link': shelf('sign-in-link', tell),
    'audit-entry': shelf('audit-entry', tell),
    'cross-tabulation': shelf('cross-tabulation', tell),
    snapshot: shelf('snapshot', tell),
    'workshop-result': shelf('workshop-result', tell),
    'breakout-table': shelf('breakout-table', tell),
    'live-session': shelf('live-session', tell),
    'live-vote': shelf('live-vote', tell),
    'text-mark': shelf('text-mark', tell),
    proposal: shelf('proposal', tell),
    'api-key': shelf('api-key', tell),
    'entry-codes': shelf('entry-codes', tell),
    'mail-contact': shelf('mail-contact', tell),
    hook: shelf('hook', tell),
    delivery: shelf('delivery', tell),
  };
}
