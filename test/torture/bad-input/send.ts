import { createConnection } from 'node:net';
import type { OddRequest } from './requests.ts';

/** What became of a request: its status; `closed` without one; `streaming`: an answer that does not end; `silent`: nothing in time. */
export type Sent = number | 'closed' | 'streaming' | 'silent';

/**
 * Sends a request over a connection of its own, from an address of this machine; reads the answer to its end. Where more is announced
 * than comes, the connection is half closed, so that nobody waits for the rest.
 */
export function send(
  url: URL,
  { bytes, isWhole }: OddRequest,
  from: string,
  patienceMs = 20_000,
): Promise<Sent> {
  const { promise, resolve } = Promise.withResolvers<Sent>();
  const socket = createConnection({ host: url.hostname, port: Number(url.port), localAddress: from });
  let head = '';
  const statusOf = () => Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  const done = (sent: Sent) => {
    clearTimeout(late);
    socket.destroy();
    resolve(sent);
  };
  const end = () => done(statusOf() || 'closed');
  const late = setTimeout(() => done('silent'), patienceMs);
  socket.on('data', (chunk) => {
    if (head.length < 4000) head += chunk.toString('latin1');
    if (/content-type: text\/event-stream/i.test(head)) done('streaming');
  });
  socket.on('end', end);
  socket.on('error', end);
  if (isWhole) socket.write(bytes);
  else socket.end(bytes);
  return promise;
}

/** One of many addresses of this machine: what is counted by address does not stop the rest. */
export const someAddress = (n: number): string => `127.0.${1 + (Math.floor(n / 250) % 250)}.${1 + (n % 250)}`;
