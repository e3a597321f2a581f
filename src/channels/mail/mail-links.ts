import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { mailWishes } from '#domain/records/mail-contact.ts';
import { verified } from '../verified.ts';

const Asked = z.object({
  code: z.string(),
  address: z.string(),
  language: z.string(),
  wishes: z.array(z.enum(mailWishes)).min(1),
});
type Asked = z.infer<typeof Asked>;

/** Links that are sent to an address alone, so that whoever opens one reads what is sent there. */
export interface MailLinks {
  /** Confirms a wish; until it is opened nothing is kept of it. */
  confirm(asked: Asked): string;
  confirmed(token: string): Asked | undefined;
  /** Ends all letters to an address. */
  end(id: string): string;
  ended(token: string): string | undefined;
}

const lasts = '3d';
const Confirmed = z.object({ asked: Asked });
const Ended = z.object({ sub: z.string() });

export function createMailLinks(key: KeyObject): MailLinks {
  return {
    confirm: (asked) =>
      jwt.sign({ asked }, key, { algorithm: 'HS256', audience: 'confirm', expiresIn: lasts }),
    confirmed: (token) => verified(token, Confirmed, { key, audience: 'confirm' })?.asked,
    end: (id) => jwt.sign({}, key, { algorithm: 'HS256', audience: 'end', subject: id }),
    ended: (token) => verified(token, Ended, { key, audience: 'end' })?.sub,
  };
}
