import type { KeyObject } from 'node:crypto';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { verified } from '#channels/verified.ts';
import { cookieIn, setCookie } from '#web/http/request/cookies.ts';

/** Who is at the other end, as their cookie says. */
interface AdminSession {
  readonly account: string;
  /** Drawn when they entered. */
  readonly id: string;
  /** When they entered, ISO 8601. */
  readonly since: string;
}

/** Sessions of the facilitator's space: signed cookies, out of reach of scripts and of other sites. */
export interface AdminSessions {
  /** A new session, as a `Set-Cookie`. */
  begin(account: string): string;
  /** The session of a `Cookie` header; nothing when there is none, when it is forged, or past its time. */
  read(cookies: string | undefined): AdminSession | undefined;
  /** The same session for another while, as a `Set-Cookie`. */
  prolong(session: AdminSession): string;
  /** No session any more, as a `Set-Cookie`. */
  readonly end: string;
  /** What each form of a session carries, so that no other site can send one. */
  token(session: AdminSession): string;
  isToken(session: AdminSession, token: string): boolean;
  /** Whether a form's token was made for an account, whatever became of its session. */
  isOf(token: string, account: string): boolean;
  /** Whether cookies go over https alone. */
  isSecure(): boolean;
}

const name = 'animation';
const audience = 'animation';
/** Hours without a visit, and days after which whoever it is enters anew. */
const [idleHours, mostDays] = [12, 30];

const Claims = z.object({ sub: z.string(), jti: z.string(), since: z.iso.datetime() });

export function createSessions(key: KeyObject, secure: () => boolean, now: () => number): AdminSessions {
  const cookie = (value: string, seconds: number) =>
    setCookie({ name, value, path: '/animation', maxAge: seconds, secure: secure() });
  const signed = ({ account, id, since }: AdminSession) => {
    const iat = Math.floor(now() / 1000);
    const claims = { sub: account, jti: id, since, aud: audience, iat, exp: iat + idleHours * 3600 };
    return cookie(jwt.sign(claims, key, { algorithm: 'HS256' }), idleHours * 3600);
  };
  const mark = (what: string) => createHmac('sha256', key).update(what).digest('base64url');
  // The second half says whose page it was once the session is over, to nobody but us.
  const token = ({ id, account }: AdminSession) => mark(`form ${id}`) + mark(`form of ${account}`);
  return {
    begin: (account) =>
      signed({ account, id: randomBytes(12).toString('base64url'), since: new Date(now()).toISOString() }),
    prolong: signed,
    end: cookie('', 0),
    read(cookies) {
      const borne = cookieIn(cookies, name);
      const claims = borne === undefined ? undefined : verified(borne, Claims, { key, audience, at: now() });
      if (claims === undefined || Date.parse(claims.since) + mostDays * 86_400_000 < now()) return undefined;
      return { account: claims.sub, id: claims.jti, since: claims.since };
    },
    token,
    isToken: (session, given) => isEqual(token(session), given),
    isOf: (given, account) => isEqual(mark(`form of ${account}`), given.slice(markLength)),
    isSecure: secure,
  };
}

/** Characters of 256 bits. */
const markLength = 43;

function isEqual(a: string, b: string): boolean {
  const [expected, got] = [Buffer.from(a), Buffer.from(b)];
  return expected.length === got.length && timingSafeEqual(expected, got);
}
