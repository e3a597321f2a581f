import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { deflatedFrame } from '#web/direct-line/deflated-frame.ts';

/** What a client that takes compressed messages reads of those that a server writes to its stream between two of its own. */
async function readOf(texts: readonly string[]): Promise<string[]> {
  const http = createServer();
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: { serverNoContextTakeover: true },
  });
  http.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (open) => {
      open.send('first');
      for (const text of texts) stream.write(deflatedFrame(Buffer.from(text)));
      open.send('last');
      open.close();
    }),
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}/`);
  const read: string[] = [];
  client.on('message', (data) => read.push(String(data)));
  await once(client, 'close');
  http.close();
  return read;
}

// Chance, which does not compress, makes payloads of each of the three lengths of a head.
const noise = (length: number) =>
  Array.from({ length }, (_, i) => String.fromCharCode(32 + ((i * i * 7919 + i * 31) % 90))).join('');

test('a compressed frame is read as what it holds, in its place between the others', async () => {
  const texts = [
    'a',
    'é'.repeat(40),
    noise(120),
    noise(2_000),
    '{"type":"message"}'.repeat(900),
    noise(200_000),
  ];
  expect(await readOf(texts)).toEqual(['first', ...texts, 'last']);
});

test('a card takes a fraction of its length', () => {
  const card = Buffer.from(
    JSON.stringify({ body: Array(60).fill({ type: 'TextBlock', text: 'Très souhaitable' }) }),
  );
  expect(deflatedFrame(card).length).toBeLessThan(card.length / 4);
});
