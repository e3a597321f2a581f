import { randomBytes } from 'node:crypto';
import type { Deed, DeedCode } from '#domain/deed.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/** Who acts: somebody of the team, or a key of the programming interface. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** What is to be written down of an action. */
export interface Did {
  readonly did: DeedCode;
  readonly consultation?: string;
  readonly facts?: Deed['facts'];
}

/** The journal of what is done in the facilitator's space: written to alone, never changed. */
export interface Journal {
  write(by: Actor, done: Did): Promise<void>;
  /** The latest first; of one consultation, if one is named. */
  read(consultation?: string): Promise<readonly Deed[]>;
}

export function createJournal(store: Store, now: () => string): Journal {
  return {
    async write({ id, name }, { did, consultation, facts = {} }) {
      const at = now();
      await store.save('deed', {
        schema: 1,
        id: `${at.replace(/\D/g, '')}-${randomBytes(6).toString('hex')}`,
        version: 0,
        at,
        by: { id, name },
        did,
        ...(consultation !== undefined && { consultation }),
        facts,
      });
    },
    async read(consultation) {
      const isWanted = (deed: Deed) => consultation === undefined || deed.consultation === consultation;
      return (await allOf(store, 'deed', isWanted)).sort((a, b) => (a.id < b.id ? 1 : -1));
    },
  };
}
