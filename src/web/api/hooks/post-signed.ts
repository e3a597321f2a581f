import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { Tried } from '#domain/records/hook.ts';
import { given, type HookReach, placesOf, RefusedAddress } from './hook-address.ts';

interface Sending {
  /** What signs this try. */
  readonly signatures: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Stops it: nothing is known of it then. */
  readonly stop: AbortSignal;
  readonly reach: HookReach;
}

/**
 * Posts a message once, signed, and tells what came back. No redirection is followed, the body of the answer is not read, and
 * the connection ends with it.
 */
export async function postSigned(
  address: string,
  body: string,
  { signatures, timeoutMs, stop, reach }: Sending,
): Promise<Tried['came'] | 'stopped'> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const url = new URL(address);
    const lookup = given(await inTime(placesOf(url, reach), AbortSignal.any([stop, late])));
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
          ...signatures,
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

/** A name may take as long as it likes to be found. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
