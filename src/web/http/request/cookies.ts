import { parseCookie, stringifySetCookie } from 'cookie';

/** Of a `Cookie` header no more is looked at, in characters: some browsers carry many, none carries ours last of so many. */
const longest = 8_000;

/** A cookie of the space: out of reach of scripts and of other sites' forms. */
interface SpaceCookie {
  readonly name: string;
  readonly value: string;
  /** The pages that it goes to: this one, and those below. */
  readonly path: string;
  /** In seconds; 0 takes it away. */
  readonly maxAge: number;
  /** Whether it goes over https alone. */
  readonly secure?: boolean;
}

/** As a `Set-Cookie`. */
export const setCookie = (cookie: SpaceCookie): string =>
  stringifySetCookie({ ...cookie, httpOnly: true, sameSite: 'lax' });

/** One cookie of a `Cookie` header. */
export const cookieIn = (header: string | undefined, name: string): string | undefined =>
  parseCookie(header?.slice(0, longest) ?? '')[name];
