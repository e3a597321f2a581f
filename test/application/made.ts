import type { Actor } from '#application/actor.ts';
import { teamMember } from '#application/actor.ts';
import { createAuditLog } from '#application/audit/audit-log.ts';
import type { Application } from '#application/parts.ts';
import { makeAccount } from '#application/team/accounts.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import { UnderWay } from '#domain/in-memory/under-way.ts';
import type { AccountRole } from '#domain/records/account.ts';
import { allOf } from '#store/all-of.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue, newConsultation } from '../conversations/world.ts';
import { nobody } from '../projections/nobody.ts';
import { withFolder } from '../store/folders.ts';

const now = '2026-11-23T10:00:00.000Z';

/** What use cases work with, on a store in a folder of its own with a consultation in it; nobody is told anything. */
export const withApplication = (
  work: (application: Application) => Promise<void>,
  given: Partial<Application> = {},
): Promise<void> =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const queue = new KeyedQueue();
    try {
      await store.save('consultation', newConsultation({ version: 0 }));
      await work({
        ...{ store, catalogues: cataloguesOf([catalogue]), audit: createAuditLog(store, () => now) },
        ...{
          now: () => now,
          usualInformation: () => '',
          newMark: () => 'k7p2',
          voting: new UnderWay(),
          inTurn: (code, change) => queue.run(code, change),
        },
        groupOf: async ({ minGroup }) => ({ state: 'waiting', minGroup, needed: 3 }),
        participationOf: async () => nobody,
        lastAnswerIn: async () => undefined,
        sheetsOf: async () => [],
        forgetPeople: () => undefined,
        warn: async () => 'told',
        askFollowUp: async () => 'told',
        textsOf: async () => [],
        votesOf: (round) => allOf(store, 'live-vote', (one) => one.round === round),
        post: async () => 0,
        tellRound: () => undefined,
        isHalfway: async () => true,
        remind: async () => undefined,
        keyOfEntryCode: (consultation, code) => `${consultation}/${code}`,
        invite: async (code) => `invitation-${code}`,
        ...given,
      });
    } finally {
      await store.close();
    }
  });

export const member = (role: AccountRole): Actor =>
  teamMember({ id: `the-${role}`, name: role, role, roles: {} });

/** Somebody with roles in single consultations, and none in the others. */
export const memberOf = (roles: Readonly<Record<string, AccountRole>>, id = 'the-single'): Actor =>
  teamMember({ id, name: id, roles: { ...roles } });

/** Gives somebody an account, with what they may do. */
export const inTeam = (application: Application, { id, name, role, roles }: Actor) =>
  makeAccount(application, { id, name, role, roles });

/** The actions written down, the earliest first, with their facts. */
export const written = async ({ audit }: Application) =>
  (await audit.read()).toReversed().map(({ action, facts }) => [action, facts]);
