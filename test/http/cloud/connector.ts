import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { promisify } from 'node:util';

export type Connector = Awaited<ReturnType<typeof connector>>;

/** A channel on this machine, as the Emulator is one: takes what the bot posts, or refuses it. */
export async function connector(status = 200) {
  const received: { path: string | undefined; body: unknown }[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    received.push({ path: request.url, body: await json(request) });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(status === 200 ? { id: `posted-${received.length}` } : { error: { code: 'Refused' } }),
    );
  });
  server.on('connection', () => {
    connections += 1;
  });
  await promisify((done: () => void) => server.listen(0, '127.0.0.1', done))();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received: () => received,
    connections: () => connections,
    stop: () => {
      server.closeAllConnections();
      return promisify(server.close.bind(server))();
    },
  };
}
