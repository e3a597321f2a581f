import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { call } from '#test/http/app/call.ts';
import { activity } from '#test/http/app/cloud-person.ts';

/** Clients that send their request one byte at a time; tells how many the server let go of, and lets go of the rest. */
export async function slowSenders(url: string, count: number) {
  const { hostname, port } = new URL(url);
  const sockets = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = createConnection({ host: hostname, port: Number(port) });
      socket.on('error', () => undefined).resume();
      await once(socket, 'connect');
      return socket;
    }),
  );
  const letGo = new Set<Socket>();
  for (const socket of sockets) socket.once('close', () => letGo.add(socket));
  const bytes = `GET / HTTP/1.1\r\nHost: ${hostname}\r\nX-Slow: ${'a'.repeat(10_000)}`;
  let at = 0;
  const clock = setInterval(() => {
    for (const socket of sockets) if (!letGo.has(socket)) socket.write(bytes[at] ?? 'a');
    at += 1;
  }, 200);
  return {
    letGo: () => letGo.size,
    end() {
      clearInterval(clock);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Messages whose channel takes connections and never answers; resolves with their statuses. */
export async function hangingChannel(url: string, count: number): Promise<readonly number[]> {
  const sockets = new Set<Socket>();
  const channel = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
  });
  channel.listen(0, '127.0.0.1');
  await once(channel, 'listening');
  const { port } = channel.address() as AddressInfo;
  const statuses = await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const body = activity(`hang-${i}`, `hang-${i}`, {
        text: 'bonjour',
        serviceUrl: `http://127.0.0.1:${port}/`,
      });
      return (await call(`${url}/api/messages`, { method: 'POST', body, patience: 90_000 })).status;
    }),
  );
  for (const socket of sockets) socket.destroy();
  channel.close();
  return statuses;
}
