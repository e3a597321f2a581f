import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { LineFailure } from './line-failure.ts';

/** Calls with a bearer token, answers checked by a schema. */
export interface Requester {
  post<T>(url: string, body: unknown, schema: z.ZodType<T>): Promise<T>;
  get<T>(url: string, schema: z.ZodType<T>): Promise<T>;
}

/** How long one call may take, and how long to wait in all when asked to slow down, in milliseconds. */
const limits = { call: 15_000, slowed: 300_000 } as const;

export function createRequester(token?: string): Requester {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return {
    post: (url, body, schema) => call(url, { method: 'POST', headers, body: JSON.stringify(body) }, schema),
    get: (url, schema) => call(url, { headers }, schema),
  };
}

/** Asked to slow down, it waits as long as it is told to, then tries again. */
async function call<T>(url: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> {
  const { pathname } = new URL(url);
  for (let waited = 0; ; ) {
    const response = await answer(url, init, pathname);
    if (response.ok) return read(response, schema, pathname);
    const text = await response.text();
    const pause = response.status === 429 ? pauseOf(response) : undefined;
    if (pause === undefined)
      throw new LineFailure(`${pathname} answered ${response.status}: ${text.slice(0, 200)}`);
    waited += pause;
    if (waited > limits.slowed)
      throw new LineFailure(`${pathname} asked to wait for more than ${limits.slowed} ms`);
    await wait(pause);
  }
}

async function answer(url: string, init: RequestInit, place: string): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(limits.call) });
  } catch (cause) {
    throw new LineFailure(`${place} did not answer: ${causeOf(cause)}`, { cause });
  }
}

async function read<T>(response: Response, schema: z.ZodType<T>, place: string): Promise<T> {
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new LineFailure(`${place} answered something else than Direct Line does`);
  return parsed.data;
}

/** In milliseconds; a second when it does not say, and a little more each time so that people do not all come back at once. */
function pauseOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 1);
  return (Number.isFinite(seconds) ? Math.max(seconds, 0.1) : 1) * 1000 + Math.random() * 250;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
