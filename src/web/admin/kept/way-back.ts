import type { Request } from 'restify';
import { accountsOf } from '#application/team/accounts.ts';
import type { Account } from '#domain/records/account.ts';
import { roleIn } from '#domain/records/grants.ts';
import type { Store } from '#store/store.ts';
import { takesPages } from '#web/http/refuse.ts';
import { cookieIn, setCookie } from '#web/http/request/cookies.ts';
import { readForm } from '#web/http/request/form.ts';
import type { IsOurs } from '#web/http/request/own-origin.ts';
import type { AdminSessions } from '../session.ts';
import { type KeptForm, type KeptForms, keptHours } from './kept-forms.ts';

interface WayBackParts {
  readonly sessions: Pick<AdminSessions, 'isOf' | 'isSecure'>;
  readonly store: Store;
  readonly forms: KeptForms;
  readonly isOurs: IsOurs;
}

/** Brings whoever signs in again to where they were, with what they had written, whichever way they come in. */
export interface WayBack {
  /** What a request without a session leaves behind, as a `Set-Cookie`; nothing: there is nothing to come back to. */
  note(request: Request): Promise<{ readonly cookie: string; readonly hasForm: boolean } | undefined>;
  /** Where somebody who has just come in goes on. */
  to(cookies: string | undefined, account: Account): Promise<string>;
  /** Whether somebody who has just come in has a form of theirs waiting. */
  formOf(cookies: string | undefined, account: Account): Promise<KeptForm | undefined>;
  /** Nothing is left behind any more. */
  readonly end: string;
}

const name = 'retour';
export const resumePath = '/reprise';

export function createWayBack({ sessions, store, forms, isOurs }: WayBackParts): WayBack {
  const cookie = (value: string, maxAge = keptHours * 3600) =>
    setCookie({ name, value, path: '/animation', maxAge, secure: sessions.isSecure() });
  /** Only what surely came from a page of somebody of the team is kept. */
  const kept = async (request: Request): Promise<string | undefined> => {
    const path = request.path();
    if (!isOurs(request) || /\/prevision$/.test(path)) return undefined;
    const form = await readForm(request);
    const token = form?.one('jeton') ?? '';
    const whose = (await accountsOf(store)).find(({ id }) => sessions.isOf(token, id));
    if (form === undefined || whose === undefined) return undefined;
    return forms.keep({ account: whose.id, path, pairs: form.pairs });
  };
  const formOf: WayBack['formOf'] = async (cookies, { id }) => {
    const [, form] = /^f(.+)$/.exec(cookieIn(cookies, name) ?? '') ?? [];
    return form === undefined ? undefined : forms.of(form, id);
  };
  return {
    async note(request) {
      if (request.method !== 'GET') {
        const form = await kept(request);
        return form === undefined ? undefined : { cookie: cookie(`f${form}`), hasForm: true };
      }
      const query = request.getQuery();
      const page = `${request.path()}${query ? `?${query}` : ''}`;
      return takesPages(request) && isPage(page) ? { cookie: cookie(`p${page}`), hasForm: false } : undefined;
    },
    async to(cookies, account) {
      if ((await formOf(cookies, account)) !== undefined) return `/animation${resumePath}`;
      const [, page = ''] = /^p(.+)$/.exec(cookieIn(cookies, name) ?? '') ?? [];
      const code = /^\/animation\/c\/([^/?]+)/.exec(page)?.[1];
      const isTheirs = code === undefined || roleIn(account, code) !== undefined;
      return isPage(page) && isTheirs ? page : '/animation';
    },
    formOf,
    get end() {
      return cookie('', 0);
    },
  };
}

/** A page of the space, and of nowhere else. */
const isPage = (page: string): boolean =>
  page.length <= 500 && /^\/animation(\/[\w/.-]*)?(\?[\w=&%.+*-]*)?$/.test(page) && !page.includes('//');
