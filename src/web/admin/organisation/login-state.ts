import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { verified } from '#channels/verified.ts';
import { cookieIn, setCookie } from '#web/http/request/cookies.ts';

/** What is kept of somebody while they are at their organisation's. */
const LoginState = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string().optional(),
  /** The page of the space they were on their way to. */
  back: z.string(),
});
export type LoginState = z.infer<typeof LoginState>;

/** Passages, in a signed cookie that lives for ten minutes and goes to the way back alone. */
export interface LoginStates {
  /** As a `Set-Cookie`. */
  begin(passage: LoginState): string;
  /** The passage of a `Cookie` header; nothing when there is none, when it is forged, or past its time. */
  read(cookies: string | undefined): LoginState | undefined;
  /** No passage any more, as a `Set-Cookie`. */
  readonly end: string;
}

const name = 'passage';
const audience = 'organisation';
const seconds = 600;

/** `now` is in milliseconds. */
export function createLoginStates(key: KeyObject, secure: () => boolean, now: () => number): LoginStates {
  const cookie = (value: string, maxAge: number) =>
    setCookie({ name, value, path: '/animation/organisation', maxAge, secure: secure() });
  return {
    begin(passage) {
      const iat = Math.floor(now() / 1000);
      const claims = { ...passage, aud: audience, iat, exp: iat + seconds };
      return cookie(jwt.sign(claims, key, { algorithm: 'HS256' }), seconds);
    },
    read(cookies) {
      const borne = cookieIn(cookies, name);
      return borne === undefined ? undefined : verified(borne, LoginState, { key, audience, at: now() });
    },
    get end() {
      return cookie('', 0);
    },
  };
}
