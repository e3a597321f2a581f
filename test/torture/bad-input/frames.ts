import { once } from 'node:events';
import { createConnection } from 'node:net';
import { WebSocket } from 'ws';
import { createRng } from '#src/tools/simulate/rng.ts';
import { call } from '#test/http/app/call.ts';
import type { Torture } from '../part.ts';
import { oddText } from './odd.ts';

/** Sockets that say what no client says, whole frames and broken ones; each must be answered or closed, none hurts. */
export async function oddFrames({ of, figure }: Torture, url: string): Promise<void> {
  const rng = createRng('frames');
  const line = `${url}/v3/directline`;
  let frames = 0;
  for (let i = of(40, 2); i > 0; i--) {
    const { body } = await call(`${line}/tokens/generate`, {
      method: 'POST',
      body: { consultation: 'decouverte' },
    });
    const started = await call(`${line}/conversations`, { method: 'POST', token: body.token, body: {} });
    const stream = new URL(started.body.streamUrl);
    const socket = new WebSocket(stream);
    socket.on('error', () => undefined);
    await once(socket, 'open');
    const gone = once(socket, 'close');
    for (let n = 0; n < 20 && socket.readyState === WebSocket.OPEN; n++, frames++) {
      if (rng.chance(0.2)) socket.ping(oddText(rng).slice(0, 30));
      else socket.send(rng.chance(0.5) ? oddText(rng) : Buffer.alloc(rng.below(100_000), rng.below(256)));
    }
    if (rng.chance(0.5)) socket.terminate();
    else socket.close();
    await gone;
    await brokenFrame(stream, Buffer.from(Array.from({ length: 40 }, () => rng.below(256))));
    frames += 1;
  }
  figure('odd frames over WebSockets', frames);
}

/** Asks for an upgrade by hand, then writes bytes that are no frame; resolves once the server let go, or we do. */
async function brokenFrame(stream: URL, bytes: Buffer): Promise<void> {
  const socket = createConnection({ host: stream.hostname, port: Number(stream.port) });
  socket.on('error', () => undefined);
  socket.write(
    `GET ${stream.pathname}${stream.search} HTTP/1.1\r\nHost: ${stream.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  socket.end(bytes);
  socket.resume();
  if (!socket.closed) await Promise.race([once(socket, 'close'), once(socket, 'end')]);
  socket.destroy();
}
