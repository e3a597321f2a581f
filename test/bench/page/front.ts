import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const run = promisify(execFile);

/** Microsoft's Web Chat as npm has it; nothing of it stays in the project. */
const webChat = 'botframework-webchat@4.18.1';

/** Its bundle, as its guide has it put in a page. */
async function bundleOf(dir: string): Promise<Buffer> {
  const { stdout } = await run('npm', ['pack', webChat, '--silent', '--pack-destination', dir]);
  const file = 'package/dist/webchat.js';
  await run('tar', ['-xzf', join(dir, stdout.trim()), '-C', dir, file]);
  return readFile(join(dir, file));
}

const page = (consultation: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Web Chat</title><style>html,body,#webchat{height:100%;margin:0}</style>
<script src="/web-chat.js" defer></script></head><body><div id="webchat" role="main"></div>
<script type="module">
const asked = await fetch('/v3/directline/tokens/generate', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ consultation: '${consultation}' }),
});
const { token } = await asked.json();
const directLine = WebChat.createDirectLine({ token, domain: location.origin + '/v3/directline' });
WebChat.renderWebChat({ directLine, locale: 'fr-FR' }, document.getElementById('webchat'));
</script></body></html>`;

export interface Front {
  readonly url: string;
  /** What came over WebSockets so far, in bytes as they travel; a browser tells only what they hold. */
  socketBytes(): number;
  close(): void;
}

/** The program's own address with Web Chat beside it, compressed as well as can be, so that both come from one server. */
export async function frontOf(program: string, dir: string, consultation: string): Promise<Front> {
  const script = await bundleOf(dir);
  const files = new Map([
    ['/web-chat', { type: 'text/html; charset=utf-8', ...compressed(Buffer.from(page(consultation))) }],
    ['/web-chat.js', { type: 'text/javascript; charset=utf-8', ...compressed(script) }],
  ]);
  const server = createServer((asked, answer) => {
    const file = files.get(asked.url ?? '');
    if (file === undefined) return pass(program, asked, answer);
    const br = /\bbr\b/.test(asked.headers['accept-encoding'] ?? '');
    answer.writeHead(200, { 'Content-Type': file.type, 'Content-Encoding': br ? 'br' : 'gzip' });
    answer.end(br ? file.br : file.gzip);
  });
  let socketBytes = 0;
  server.on('upgrade', (asked, socket, head) => {
    const upstream = request(program + asked.url, { headers: asked.headers });
    upstream.on('upgrade', (answer, there, first) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      if (first.length > 0) socket.write(first);
      socketBytes += first.length;
      there.on('data', ({ length }: Buffer) => {
        socketBytes += length;
      });
      if (head.length > 0) there.write(head);
      there.on('error', () => socket.destroy()).pipe(socket);
      socket.on('error', () => there.destroy()).pipe(there);
    });
    upstream.on('error', () => socket.destroy()).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A TCP server's address is never a path.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    socketBytes: () => socketBytes,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pass(program: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, headers } = asked;
  const upstream = request(program + asked.url, { method, headers }, (came) => {
    answer.writeHead(came.statusCode ?? 502, came.headers);
    came.pipe(answer);
  });
  upstream.on('error', () => answer.destroy());
  asked.pipe(upstream);
}

const compressed = (plain: Buffer) => ({
  gzip: gzipSync(plain, { level: 9 }),
  br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
});
