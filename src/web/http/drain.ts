import type { Server } from 'restify';
import { upgradedOf } from './upgrades.ts';

/**
 * Stops accepting, lets the requests at work finish, and ends each connection as it falls idle; what is still open at
 * the deadline, WebSockets included, is cut. `drained` when nothing had to be.
 */
export async function drain(server: Server, deadlineMs: number): Promise<'drained' | 'cut'> {
  const { server: http } = server;
  if (!http.listening) return 'drained';
  const closed = new Promise<'drained'>((resolve) => http.close(() => resolve('drained')));
  // An answer begun before the stop leaves its connection open behind it.
  server.on('after', () => setImmediate(() => http.closeIdleConnections()));
  const late = Promise.withResolvers<'cut'>();
  const timer = setTimeout(() => late.resolve('cut'), deadlineMs);
  const outcome = await Promise.race([closed, late.promise]);
  clearTimeout(timer);
  if (outcome === 'cut') {
    http.closeAllConnections();
    for (const socket of upgradedOf(server)) socket.destroy();
    await closed;
  }
  return outcome;
}
