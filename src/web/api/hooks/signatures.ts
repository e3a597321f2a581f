import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Hook } from '#domain/records/hook.ts';

interface Signed {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** The secret of an address as it is told, in the form of Standard Webhooks. */
export const secretOf = (key: Uint8Array): string => `whsec_${Buffer.from(key).toString('base64')}`;

/**
 * The headers that sign one try of a message, by Standard Webhooks (https://www.standardwebhooks.com). Whoever receives the
 * messages of an address made before them goes on with the headers and the secret that they were given.
 */
export function signatures(
  { signing }: Pick<Hook, 'signing'>,
  key: Uint8Array,
  message: Signed,
  at: number,
): Readonly<Record<string, string>> {
  const seconds = Math.floor(at / 1000);
  return {
    'webhook-id': message.id,
    'webhook-timestamp': `${seconds}`,
    'webhook-signature': new Webhook(secretOf(key)).sign(message.id, new Date(at), message.body),
    ...(signing === undefined && earlier(key, message, seconds)),
  };
}

/**
 * The first headers: in the signature `t=…,v1=…` the time of sending in seconds, and HMAC-SHA256 of it, a point and the body, in
 * hexadecimal. The same key was told in another form, and was keyed with as it was told.
 */
function earlier(key: Uint8Array, { id, type, body }: Signed, seconds: number) {
  const secret = `tr_hook_${Buffer.from(key).toString('base64url')}`;
  const code = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return {
    'X-Trajectoires-Event': type,
    'X-Trajectoires-Delivery': id,
    'X-Trajectoires-Signature': `t=${seconds},v1=${code}`,
  };
}
