import type { Request, Response, Server } from 'restify';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { AccountRole } from '#domain/records/account.ts';
import { pictureForm } from '#web/http/limits.ts';
import { type Form, readForm, readUpload } from '#web/http/request/form.ts';
import { type IsOurs, tellsItsOrigin } from '#web/http/request/own-origin.ts';
import { type Admitted, createDoorkeeper, type DoorkeeperParts, roleAt, root } from './doorkeeper.ts';
import { stale, withWords } from './stale.ts';
import type { AdminAnswer, AdminVisit, Member } from './visit.ts';

/**
 * The ways into the facilitator's space: each page and each action says from which role on it is open. At an address about
 * a consultation (`/c/:code/…`) it is the role in that one, and one that is not open to somebody is missing, as if it were
 * not there; elsewhere it is the greatest role that they hold anywhere.
 */
export interface Admin {
  /** A page or a file, at a path under `/animation`. */
  page(path: string, least: AccountRole, show: (visit: Member) => Promise<AdminAnswer>): void;
  /** The same where it depends on what the browser holds of before. */
  pageWith(
    path: string,
    least: AccountRole,
    show: (visit: Member, cookies: string | undefined) => Promise<AdminAnswer>,
  ): void;
  /** What a form does: it came from a page of ours. */
  act(path: string, least: AccountRole, act: (visit: Member, form: Form) => Promise<AdminAnswer>): void;
  /** A page about the consultation of its address (`/c/:code/…`); where there is none, the page is missing. */
  pageOf(
    path: string,
    least: AccountRole,
    show: (visit: Member, consultation: Consultation) => Promise<AdminAnswer>,
  ): void;
  /** What a form does to such a consultation. */
  actOf(
    path: string,
    least: AccountRole,
    act: (visit: Member, consultation: Consultation, form: Form) => Promise<AdminAnswer>,
  ): void;
  /** The same where the form holds a file: a picture, or as many bytes as are said. */
  takeOf(
    path: string,
    least: AccountRole,
    act: (visit: Member, consultation: Consultation, form: Form | TooLong) => Promise<AdminAnswer>,
    longest?: number,
  ): void;
  /** A page open to anyone, known or not. */
  open(path: string, show: (visit: AdminVisit, member: Member | undefined) => Promise<AdminAnswer>): void;
  /** A form that anyone may send from a page of ours. */
  enter(
    path: string,
    act: (visit: AdminVisit, request: Request, member: Member | undefined) => Promise<AdminAnswer>,
  ): void;
  /** An answer that lasts: the handler writes it itself, and asks before each part whether it is still open to them (`mayStill`). */
  stream(
    path: string,
    least: AccountRole,
    run: (
      visit: Member,
      request: Request,
      response: Response,
      mayStill: () => Promise<boolean>,
    ) => Promise<void>,
  ): void;
}

/** A form with a file, of so many bytes that it was not taken. */
interface TooLong {
  readonly tooLong: number;
}

interface AdminParts extends DoorkeeperParts {
  readonly isOurs: IsOurs;
}

export function createAdmin(server: Server, parts: AdminParts): Admin {
  const { sessions, store, send, isOurs } = parts;
  const { seen, admitted } = createDoorkeeper(parts);
  const about = async (
    { params: { code = '' } }: Member,
    answer: (consultation: Consultation) => Promise<AdminAnswer>,
  ): Promise<AdminAnswer> => {
    const consultation = await store.load('consultation', code);
    return consultation === undefined ? { kind: 'missing' } : answer(consultation);
  };
  const admin: Admin = {
    page(path, least, show) {
      admin.pageWith(path, least, show);
    },
    pageWith(path, least, show) {
      server.get(root + path, async (request: Request, response: Response) => {
        const found = await admitted(request, response, least);
        if (found === undefined) return;
        const { member, session } = found;
        response.setHeader('Set-Cookie', sessions.prolong(session));
        await send(response, member, member, await show(member, request.headers.cookie));
      });
    },
    act(path, least, act) {
      server.post(root + path, async (request: Request, response: Response) => {
        const found = await admitted(request, response, least);
        if (found === undefined) return;
        const form = await readForm(request);
        await send(response, found.member, found.member, await answered(request, found, form, act));
      });
    },
    takeOf(path, least, act, longest = pictureForm) {
      server.post(root + path, async (request: Request, response: Response) => {
        const found = await admitted(request, response, least);
        if (found === undefined) return;
        const { member } = found;
        const form = await readUpload(request, longest);
        const taken = (sent: Form | TooLong) => about(member, (its) => act(member, its, sent));
        // What is too long bears no token that could be read: nothing is done with it but to say so.
        const isTooLong = form !== undefined && 'tooLong' in form;
        const outcome = isTooLong
          ? await taken(form)
          : await answered(request, found, form, (_, sent) => taken(sent));
        await send(response, member, member, outcome);
      });
    },
    pageOf(path, least, show) {
      admin.page(path, least, (visit) => about(visit, (its) => show(visit, its)));
    },
    actOf(path, least, act) {
      admin.act(path, least, async (visit, form) => {
        const done = await about(visit, (its) => act(visit, its, form));
        return done.kind === 'missing' ? withWords(visit, form.pairs) : done;
      });
    },
    open(path, show) {
      server.get(root + path, async (request: Request, response: Response) => {
        const { visit, member } = await seen(request);
        await send(response, visit, member, await show(visit, member));
      });
    },
    enter(path, act) {
      server.post(root + path, async (request: Request, response: Response) => {
        const { visit, member } = await seen(request);
        const outcome: AdminAnswer = isOurs(request)
          ? await act(visit, request, member)
          : { kind: 'forbidden' };
        await send(response, visit, undefined, outcome);
      });
    },
    stream(path, least, run) {
      server.get(root + path, async (request: Request, response: Response) => {
        const found = await admitted(request, response, least);
        if (found === undefined) return;
        const mayStill = async () => {
          const { member } = await seen(request);
          // What they are shown goes by their role: with another one they come again.
          return member !== undefined && roleAt(member, member.account) === found.member.role;
        };
        await run(found.member, request, response, mayStill);
      });
    },
  };
  return admin;

  /** What is done with a form that came from a page of ours. */
  async function answered(
    request: Request,
    { session, member }: Admitted,
    form: Form | undefined,
    act: (visit: Member, form: Form) => Promise<AdminAnswer>,
  ): Promise<AdminAnswer> {
    if (form === undefined || !isOurs(request)) return { kind: 'forbidden' };
    if (sessions.isToken(session, form.one('jeton'))) return act(member, form);
    return tellsItsOrigin(request) ? stale(member, form.pairs) : { kind: 'forbidden' };
  }
}
