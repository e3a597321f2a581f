import { createServer, connect as dial, type Socket } from 'node:net';

/** A balancer that knows nothing of HTTP: each connection goes to the next node that takes it, and the same person to any. */
export interface Balancer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it before its nodes, which are told its address; `ports`: theirs, once they are known. */
export async function balancer(ports: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer({ pauseOnConnect: true }, async (client) => {
    track(client);
    turn += 1;
    for (let tries = 0; tries < ports.length && !client.destroyed; tries += 1) {
      const node = await reached(ports[(turn + tries) % ports.length] ?? 0);
      if (node === undefined) continue;
      track(node);
      join(client, node);
      client.resume();
      return;
    }
    client.destroy();
  });
  const track = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** What is gone on one side is gone on the other, as it went. */
function join(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.once('close', () => to.destroy());
  }
}

/** A connection to a node, unless nobody listens there. */
const reached = (port: number): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = dial(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });

/** Ports that nobody listens on now, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))),
  );
  const ports = servers.map(portOf);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
