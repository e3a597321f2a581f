import { setTimeout as after } from 'node:timers/promises';
import type { Request, Response, Server } from 'restify';
import { answer } from './answer.ts';

/** What must be ready before people are sent here, by name. */
export type Checks = Readonly<Record<string, () => boolean | Promise<boolean>>>;

/** `/healthz`: the process is up. `/readyz`: it can serve; 503 with the names of what is not ready yet. */
export function mountHealth(server: Server, checks: Checks, patienceMs = 2000): void {
  server.get('/healthz', async (_request: Request, response: Response) => {
    answer(response, 200, { status: 'up' });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const states = await Promise.all(Object.values(checks).map((check) => holds(check, patienceMs)));
    const waiting = Object.keys(checks).filter((_name, i) => !states[i]);
    if (waiting.length === 0) answer(response, 200, { status: 'ready' });
    else answer(response, 503, { status: 'not-ready', waiting }, { 'Retry-After': '2' });
  });
}

/** A check that throws or never ends is one that does not hold. */
async function holds(check: Checks[string], patienceMs: number): Promise<boolean> {
  const over = new AbortController();
  const late = after(patienceMs, false, { signal: over.signal }).catch(() => false);
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    over.abort();
  }
}
