import { randomBytes } from 'node:crypto';
import type { SettingChange } from '#domain/consultation/settings/changes.ts';
import type { AuditAction, AuditEntry } from '#domain/records/audit-entry.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import type { Actor } from '../actor.ts';

/** What is to be written down of an action. */
export interface AuditNote {
  readonly action: AuditAction;
  readonly consultation?: string;
  readonly facts?: AuditEntry['facts'];
  readonly changes?: readonly SettingChange[];
}

/** What is done to consultations and in the space, by whom and when, whichever way: added to, never changed. */
export interface AuditLog {
  write(by: Pick<Actor, 'id' | 'name'>, done: AuditNote): Promise<void>;
  /** The latest first; of one consultation, if one is named. */
  read(consultation?: string): Promise<readonly AuditEntry[]>;
}

export function createAuditLog(store: Store, now: () => string): AuditLog {
  // Of several within one millisecond, the order is kept.
  let [last, n] = ['', 0];
  const idAt = (at: string): string => {
    n = at === last ? n + 1 : 0;
    last = at;
    return `${at.replace(/\D/g, '')}-${`${n}`.padStart(4, '0')}-${randomBytes(6).toString('hex')}`;
  };
  return {
    async write({ id, name }, { action, consultation, facts = {}, changes = [] }) {
      const at = now();
      await store.save('audit-entry', {
        schema: 2,
        id: idAt(at),
        version: 0,
        at,
        by: { id, name },
        action,
        ...(consultation !== undefined && { consultation }),
        facts,
        ...(changes.length > 0 && { changes: [...changes] }),
      });
    },
    async read(consultation) {
      const isWanted = (entry: AuditEntry) =>
        consultation === undefined || entry.consultation === consultation;
      return (await allOf(store, 'audit-entry', isWanted)).sort((a, b) => (a.id < b.id ? 1 : -1));
    },
  };
}
