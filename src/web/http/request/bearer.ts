import { createHash, timingSafeEqual } from 'node:crypto';

/** What an `Authorization` header bears (RFC 6750). */
export const bearerIn = (authorization = ''): string | undefined =>
  /^Bearer +(\S+)$/i.exec(authorization)?.[1];

/** Whether an `Authorization` header bears a key. Digests are compared, so that time tells neither length nor letters. */
export function bearerCheck(key: string): (authorization: string | undefined) => boolean {
  const expected = digest(key);
  return (authorization) => {
    const borne = bearerIn(authorization);
    return timingSafeEqual(digest(borne ?? ''), expected) && borne !== undefined;
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
