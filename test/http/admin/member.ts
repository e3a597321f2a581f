import { call } from '../app/call.ts';

interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Somebody in the facilitator's space, as a browser without a script would be. */
export interface Member {
  readonly cookie: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Page>;
  /** Sends a form with the token of the page at `from`, and follows where it leads. */
  post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    from?: string,
  ): Promise<Page>;
  /** What a form's token is now. */
  token(): Promise<string>;
}

/** Opens a one-time link. */
export async function entering(link: string): Promise<Member> {
  const entered = await fetch(link, { method: 'POST', redirect: 'manual' });
  const cookie = cookieOf(entered);
  if (entered.status !== 303 || cookie === undefined) throw new Error(`The link answers ${entered.status}`);
  return member(new URL(link).origin, cookie);
}

/** Whoever has this session. */
export function member(url: string, cookie: string): Member {
  const get: Member['get'] = (path, headers = {}) =>
    call(`${url}${path}`, { headers: { cookie, ...headers } });
  const token = async (from = '/animation') => tokenIn((await get(from)).text);
  return {
    cookie,
    get,
    token,
    async post(path, fields, from) {
      const body = new URLSearchParams({ jeton: await token(from) });
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
      });
      const to = answer.headers.get('location');
      if (answer.status === 303 && to !== null) return get(to);
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
  };
}

/** The one-time link that the page of the team shows; a mistake of the test when it shows none. */
export function linkIn(page: string): string {
  const link = /value="(http[^"]+\/animation\/entree\/[\w-]+)"/.exec(page)?.[1];
  if (link === undefined) throw new Error('The page shows no link');
  return link;
}

/** The link by which somebody comes in with a role: in these consultations or, without any, in all of them. */
export async function invite(
  by: Member,
  name: string,
  role: string,
  ...codes: readonly string[]
): Promise<string> {
  const where = codes.length === 0 ? {} : { 'consultations-ou': 'certaines', consultations: codes };
  const team = '/animation/equipe';
  return linkIn((await by.post(`${team}/invitation`, { name, role, ...where }, team)).text);
}

/** Somebody let in so. */
export const invited = async (
  by: Member,
  name: string,
  role: string,
  ...codes: readonly string[]
): Promise<Member> => entering(await invite(by, name, role, ...codes));

/** The session that an answer begins. */
export const cookieOf = (answer: Response): string | undefined =>
  answer.headers
    .getSetCookie()
    .find((one) => one.startsWith('animation='))
    ?.split(';')[0];

/** The token of the forms of a page. */
export function tokenIn(page: string): string {
  const token = /name="jeton" value="([\w-]+)"/.exec(page)?.[1];
  if (token === undefined) throw new Error('The page holds no form');
  return token;
}

/** Plain text of a page's content, spaces made one. */
export const readable = (page: string): string =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? page)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
