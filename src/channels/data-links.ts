import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { verified } from './verified.ts';

/** Short-lived signed links by which a person downloads what is kept of them. */
export interface DataLinks {
  sign(participant: string): string;
  /** The participant a link speaks for; nothing when it is forged or past its time. */
  read(token: string): string | undefined;
}

const lasts = '15m';
const audience = 'my-data';
const Claims = z.object({ sub: z.string() });

export function createDataLinks(key: KeyObject): DataLinks {
  return {
    sign: (participant) =>
      jwt.sign({}, key, { algorithm: 'HS256', subject: participant, audience, expiresIn: lasts }),
    read: (token) => verified(token, Claims, { key, audience })?.sub,
  };
}
