import { createServer, connect as dial, type Socket } from 'node:net';

/** A balancer that knows nothing of HTTP: each connection goes to the next node that takes it, and the same person to any. */
export interface Balancer {
  readonly url: string;
  /**
   * From now on asks each node every second whether it is ready, as balancers do: one that does not say so in time gets nobody, and
   * whoever is connected to it is let go. Returns the way to stop.
   */
  check(): () => void;
  stop(): Promise<void>;
}

/** Milliseconds. */
const [checkEvery, patience] = [1_000, 2_000];

/** Starts it before its nodes, which are told its address; `ports`: theirs, once they are known. */
export async function balancer(ports: readonly number[]): Promise<Balancer> {
  const open = new Map<Socket, number | undefined>();
  const out = new Set<number>();
  let turn = 0;
  const server = createServer({ pauseOnConnect: true }, async (client) => {
    track(client, undefined);
    turn += 1;
    const inTurn = ports.map((_, tries) => ports[(turn + tries) % ports.length] ?? 0);
    for (const port of inTurn.filter((one) => !out.has(one))) {
      if (client.destroyed) return;
      const node = await reached(port);
      if (node === undefined) continue;
      track(node, port);
      join(client, node);
      client.resume();
      return;
    }
    client.destroy();
  });
  const track = (socket: Socket, port: number | undefined) => {
    open.set(socket, port);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  };
  const look = async (port: number) => {
    if (await isReady(port)) return void out.delete(port);
    out.add(port);
    for (const [socket, its] of open) if (its === port) socket.destroy();
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    check() {
      const timer = setInterval(() => {
        for (const port of ports) void look(port);
      }, checkEvery);
      return () => {
        clearInterval(timer);
        out.clear();
      };
    },
    async stop() {
      for (const socket of open.keys()) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(patience) }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );

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
