import { randomBytes } from 'node:crypto';
import type { AuditAction, AuditEntry } from '#domain/records/audit-entry.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/** Who acts: somebody of the team, or a key of the programming interface. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** What is to be written down of an action. */
export interface AuditNote {
  readonly did: AuditAction;
  readonly consultation?: string;
  readonly facts?: AuditEntry['facts'];
}

/** The journal of what is done in the facilitator's space: written to alone, never changed. */
export interface AuditLog {
  write(by: Actor, done: AuditNote): Promise<void>;
  /** The latest first; of one consultation, if one is named. */
  read(consultation?: string): Promise<readonly AuditEntry[]>;
}

export function createAuditLog(store: Store, now: () => string): AuditLog {
  return {
    async write({ id, name }, { did, consultation, facts = {} }) {
      const at = now();
      await store.save('audit-entry', {
        schema: 2,
        id: `${at.replace(/\D/g, '')}-${randomBytes(6).toString('hex')}`,
        version: 0,
        at,
        by: { id, name },
        action: did,
        ...(consultation !== undefined && { consultation }),
        facts,
      });
    },
    async read(consultation) {
      const isWanted = (entry: AuditEntry) =>
        consultation === undefined || entry.consultation === consultation;
      return (await allOf(store, 'audit-entry', isWanted)).sort((a, b) => (a.id < b.id ? 1 : -1));
    },
  };
}
