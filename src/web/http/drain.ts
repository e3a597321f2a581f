import type { Duplex } from 'node:stream';
import type { Server } from 'restify';

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

/**
 * Keeps account of the sockets that become WebSockets, which the server itself forgets, so that `drain` can close them. Who takes WebSockets listens to `upgrade` on `server.server` and turns away the addresses
 * that are not theirs; while nobody does, all are turned away here.
 */
export function keepUpgraded(server: Server): void {
  const { server: http } = server;
  const sockets = new Set<Duplex>();
  upgraded.set(server, sockets);
  http.on('upgrade', (_request, socket: Duplex) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    if (http.listenerCount('upgrade') === nobody && server.listenerCount('upgrade') === 0) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    }
  });
  const nobody = http.listenerCount('upgrade');
}

/** The WebSockets open now. */
function upgradedOf(server: Server): Iterable<Duplex> {
  return upgraded.get(server) ?? [];
}

const upgraded = new WeakMap<Server, Set<Duplex>>();
