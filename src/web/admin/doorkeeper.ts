import type { Request, Response } from 'restify';
import { teamMember } from '#application/actor.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { type AccountRole, allows } from '#domain/records/account.ts';
import { type Grants, greatestRole, roleIn } from '#domain/records/grants.ts';
import type { Store } from '#store/store.ts';
import type { WayBack } from './kept/way-back.ts';
import type { Send } from './send.ts';
import type { AdminSessions } from './session.ts';
import type { AdminVisit, Member } from './visit.ts';
import { visitOf } from './visit-of.ts';

export interface DoorkeeperParts extends Pick<Phrases, 'languages' | 'say'> {
  readonly sessions: AdminSessions;
  readonly store: Pick<Store, 'load'>;
  readonly send: Send;
  readonly now: () => string;
  readonly wayBack: Pick<WayBack, 'note'>;
}

/** Somebody of the team, as their session has it. */
export interface Admitted {
  readonly session: NonNullable<ReturnType<AdminSessions['read']>>;
  readonly member: Member;
}

/** Where the space stands. */
export const root = '/animation';

/** The role held in the consultation of an address, if it is about one and somebody holds one there. */
export const roleAt = ({ params: { code } }: AdminVisit, grants: Grants): AccountRole | undefined =>
  code === undefined ? undefined : roleIn(grants, code);

/** Who somebody is to the space, and whether they may pass. */
export function createDoorkeeper(parts: DoorkeeperParts) {
  const { sessions, store, send, wayBack } = parts;
  const seen = async (request: Request) => {
    const visit = visitOf(request, parts);
    const session = sessions.read(request.headers.cookie);
    const account = session && (await store.load('account', session.account));
    if (session === undefined || account === undefined || session.since < account.sessionsFrom)
      return { visit };
    return {
      visit,
      session,
      member: {
        ...{ ...visit, account, actor: teamMember(account), token: sessions.token(session) },
        // Whoever is in and holds no role yet sees what is nobody's in particular.
        role: roleAt(visit, account) ?? greatestRole(account) ?? ('reader' as const),
      },
    };
  };
  /** Whether they may; otherwise they were answered. */
  const admitted = async (
    request: Request,
    response: Response,
    least: AccountRole,
  ): Promise<Admitted | undefined> => {
    const { visit, session, member } = await seen(request);
    if (session === undefined || member === undefined) {
      const left = await wayBack.note(request);
      const back = request.method === 'GET' ? `?vers=${encodeURIComponent(request.path())}` : '';
      const path = `${root}/entree${left?.hasForm ? '?garde' : back}`;
      await send(response, visit, undefined, { kind: 'to', path, ...(left && { cookie: left.cookie }) });
      return undefined;
    }
    const isThere = visit.params.code === undefined || roleAt(visit, member.account) !== undefined;
    if (!isThere || !allows(member.role, least)) {
      await send(response, visit, member, { kind: isThere ? 'forbidden' : 'missing' });
      return undefined;
    }
    return { session, member };
  };
  return { seen, admitted };
}
