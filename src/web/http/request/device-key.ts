import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'restify';
import { cookieIn, setCookie } from './cookies.ts';

/** By what a phone is known again in a hall, and by nothing else: a key that its browser keeps. */
interface DeviceKey {
  readonly device: string;
  /** It was made now: a browser that keeps nothing comes with a new one each time. */
  readonly isNew: boolean;
}

/** How long a browser keeps a key, in seconds: what goes on in a hall is over the day after. */
const maxAge = 2 * 86_400;

/** The key that a request bears under this name, or a new one. */
export function deviceIn(req: Request, name: string): DeviceKey {
  const kept = cookieIn(req.headers.cookie, name);
  if (kept !== undefined && /^[\w-]{22}$/.test(kept)) return { device: kept, isNew: false };
  return { device: randomBytes(16).toString('base64url'), isNew: true };
}

interface KeptAt {
  readonly name: string;
  /** The pages that it goes to: this one, and those below. */
  readonly path: string;
  readonly publicUrl: string;
}

/** Gives a browser its key, where that is new. */
export function keepDevice(
  res: Response,
  { device, isNew }: DeviceKey,
  { name, path, publicUrl }: KeptAt,
): void {
  if (!isNew) return;
  const secure = publicUrl.startsWith('https:');
  res.setHeader('Set-Cookie', setCookie({ name, value: device, path, maxAge, secure }));
}
