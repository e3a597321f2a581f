import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { z } from 'zod';

interface Signed {
  readonly key: KeyObject;
  readonly audience: string;
  /** In milliseconds; absent: now. */
  readonly at?: number;
}

/** What a signed token says, by a schema; nothing when it is forged, for something else, or past its time. */
export function verified<Schema extends z.ZodType>(
  token: string,
  schema: Schema,
  { key, audience, at = Date.now() }: Signed,
): z.output<Schema> | undefined {
  try {
    const clockTimestamp = Math.floor(at / 1000);
    return schema.safeParse(jwt.verify(token, key, { algorithms: ['HS256'], audience, clockTimestamp })).data;
  } catch {
    return undefined;
  }
}
