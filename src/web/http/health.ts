import { setTimeout as after } from 'node:timers/promises';
import type { Request, Response, Server } from 'restify';
import { answer } from './answer.ts';
import { serveGet } from './serve-get.ts';

/** Whether something is ready, or a word why it is not. */
type Readiness = boolean | string;

/** What must be ready before people are sent here, by name. */
export type Checks = Readonly<Record<string, () => Readiness | Promise<Readiness>>>;

/** `/healthz`: the process is up. `/readyz`: it can serve; 503 with the names of what is not ready, and why where that is known. */
export function mountHealth(server: Server, checks: Checks, patienceMs = 2000): void {
  serveGet(server, '/healthz', async (_request: Request, response: Response) => {
    answer(response, 200, { status: 'up' });
  });
  serveGet(server, '/readyz', async (_request: Request, response: Response) => {
    const looked = Object.entries(checks).map(
      async ([name, check]) => [name, await readiness(check, patienceMs)] as const,
    );
    const lacking = (await Promise.all(looked)).filter(([, state]) => state !== true);
    if (lacking.length === 0) return answer(response, 200, { status: 'ready' });
    const waiting = lacking.map(([name]) => name);
    const why = Object.fromEntries(lacking.filter(([, state]) => state !== false));
    answer(response, 503, { status: 'not-ready', waiting, why }, { 'Retry-After': '2' });
  });
}

/** A check that throws or never ends is one that does not hold. */
async function readiness(check: Checks[string], patienceMs: number): Promise<Readiness> {
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
