import { createHmac } from 'node:crypto';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { Tried } from '#domain/records/hook.ts';
import { given, placesOf, RefusedAddress, type Resolve } from './hook-address.ts';

/** One message as it is sent. */
interface Message {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

interface Sending {
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly timeoutMs: number;
  /** Stops it: nothing is known of it then. */
  readonly stop: AbortSignal;
  readonly resolve?: Resolve;
}

/**
 * Posts a message once, signed, and tells what came back. No redirection is followed, the body of the answer is not read, and
 * the connection ends with it.
 */
export async function postSigned(
  address: string,
  { id, type, body }: Message,
  { secret, at, timeoutMs, stop, resolve }: Sending,
): Promise<Tried['came'] | 'stopped'> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const url = new URL(address);
    const lookup = given(await inTime(placesOf(url, resolve), AbortSignal.any([stop, late])));
    return await new Promise<number>((answered, failed) => {
      const send = url.protocol === 'https:' ? secure : plain;
      const asked = send(url, {
        method: 'POST',
        agent: false,
        lookup,
        signal: AbortSignal.any([stop, late]),
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'Trajectoires',
          'X-Trajectoires-Event': type,
          'X-Trajectoires-Delivery': id,
          'X-Trajectoires-Signature': signature(secret, Math.floor(at / 1000), body),
        },
      });
      asked.on('error', failed);
      asked.on('response', (response) => {
        answered(response.statusCode ?? 0);
        response.destroy();
      });
      asked.end(body);
    });
  } catch (error) {
    if (stop.aborted) return 'stopped';
    if (late.aborted) return 'timeout';
    if (error instanceof RefusedAddress) return 'refused-address';
    return codeOf(error) === 'ENOTFOUND' ? 'unknown-host' : 'unreachable';
  }
}

/** `t=…,v1=…`: the time of sending in seconds, and HMAC-SHA256 of it, a point and the body, in hexadecimal. */
const signature = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** A name may take as long as it likes to be found. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
