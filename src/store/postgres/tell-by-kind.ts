import type { RecordKind } from '#domain/records/records.ts';
import type { Change } from '../store.ts';

/** Tells of changes of each kind. */
export type TellByKind = { readonly [K in RecordKind]: (change: Change<K>) => void };

/** Given one by one, the compiler sees that whoever is told of all kinds is told of each. */
export function tellByKind(tell: (change: Change) => void): TellByKind {
  return {
    participant: tell,
    consultation: tell,
    logo: tell,
    reference: tell,
    link: tell,
    edition: tell,
    'town-draft': tell,
    'town-edition': tell,
    'last-consultation': tell,
    facilitator: tell,
    'channel-post': tell,
    account: tell,
    'sign-in-link': tell,
    'audit-entry': tell,
    'cross-tabulation': tell,
    snapshot: tell,
    'workshop-result': tell,
    'live-session': tell,
    'live-vote': tell,
    'breakout-table': tell,
    'text-mark': tell,
    proposal: tell,
    'api-key': tell,
    'entry-codes': tell,
    'mail-contact': tell,
    hook: tell,
    delivery: tell,
  };
}
