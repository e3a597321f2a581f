import { fdatasync, openSync, write } from 'node:fs';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { type WebSocket, WebSocketServer } from 'ws';

/**
 * The limit on this machine: a server that does nothing but parse JSON, append what came with group commit (one fdatasync for
 * all of the moment) and answer over a WebSocket. FILE is what it appends to; what it answers is as long as a card of ours.
 */
const file = openSync(process.env.FILE ?? '', 'a');
const append = promisify(write) as (file: number, text: Buffer) => Promise<unknown>;
const confirm = promisify(fdatasync);
const reply = 'x'.repeat(4_000);
const sockets = new Map<string, WebSocket>();
let waiting: { readonly line: string; readonly kept: () => void }[] = [];
let isWriting = false;

function keep(line: string): Promise<void> {
  return new Promise((kept) => {
    waiting.push({ line, kept });
    if (!isWriting) void commit();
  });
}

async function commit(): Promise<void> {
  isWriting = true;
  while (waiting.length > 0) {
    const now = waiting;
    waiting = [];
    await append(file, Buffer.from(now.map(({ line }) => line).join('')));
    await confirm(file);
    for (const { kept } of now) kept();
  }
  isWriting = false;
}

let n = 0;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const activity = JSON.parse(Buffer.concat(chunks).toString());
    const id = `${n++}`;
    await keep(`${JSON.stringify({ id, ...activity })}\n`);
    sockets
      .get(request.url ?? '')
      ?.send(JSON.stringify({ activities: [{ type: 'message', replyToId: id, text: reply }] }));
    const body = JSON.stringify({ id });
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
    response.end(body);
  });
});
new WebSocketServer({ server }).on('connection', (socket, { url = '' }) => sockets.set(url, socket));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
});
