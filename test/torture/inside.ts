import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type restify from 'restify';

/**
 * Loaded into the program under torture before its own code (`--import`): tells, when the parent asks, which routes it serves, how long
 * its thread stood still and what it holds; moves its clock when told.
 */
const resolutionMs = 10;
const delay = monitorEventLoopDelay({ resolution: resolutionMs });
delay.enable();

const mebi = 2 ** 20;

/** Started with it, the program lives so many milliseconds later. */
const ahead = Number(process.env.CLOCK_AHEAD ?? 0);
if (ahead !== 0) {
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (_, given: [], by) =>
      Reflect.construct(Real, given.length === 0 ? [Real.now() + ahead] : given, by),
    get: (_, name) => (name === 'now' ? () => Real.now() + ahead : Reflect.get(Real, name)),
  });
}

const servers: restify.Server[] = [];
const loaded: typeof restify = createRequire(import.meta.url)('restify');
const create = loaded.createServer;
loaded.createServer = (options) => {
  const server = create(options);
  servers.push(server);
  return server;
};

const answers: Readonly<Record<string, (asked: { readonly by?: number }) => unknown>> = {
  figures() {
    const worstStallMs = Math.max(0, delay.max / 1e6 - resolutionMs);
    delay.reset();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { worstStallMs, rssMiB: rss / mebi, heldMiB: (heapUsed + external) / mebi };
  },
  collect() {
    globalThis.gc?.();
    return {};
  },
  routes: () =>
    servers.flatMap((server) =>
      Object.values(server.router.getRoutes()).map(({ method, path }) => ({ method, path: String(path) })),
    ),
  /** From now on the clock is wrong by so many milliseconds. */
  jump({ by = 0 }) {
    const now = Date.now;
    Date.now = () => now() + by;
    return {};
  },
};

process.on('message', (asked: { readonly id: number; readonly what: string; readonly by?: number }) => {
  process.send?.({ id: asked.id, answer: answers[asked.what]?.(asked) });
});
process.channel?.unref();
