import { once } from 'node:events';
import { createConnection } from 'node:net';

type Headers = Readonly<Record<string, string>>;

/** One kept HTTP/1.1 connection, one request at a time. */
export interface Connection {
  /** Posts JSON and gives the body of the answer; anything but success is a mistake of the benchmark. */
  post(path: string, body: unknown, headers?: Headers): Promise<string>;
  get(path: string, headers?: Headers): Promise<string>;
  close(): void;
}

/**
 * Opens a connection. Node's own HTTP client costs more than the servers under measure, and would be what is measured:
 * this one writes a request in one piece and reads an answer with a `Content-Length`, and no more.
 */
export async function connect(url: string): Promise<Connection> {
  const { hostname, port, host } = new URL(url);
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let received = Buffer.alloc(0);
  let answered: ((answer: string) => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = whole(received);
    if (answer === undefined) return;
    received = Buffer.alloc(0);
    if (answer.status < 300) answered?.(answer.body);
    else failed?.(new Error(`The server answered ${answer.status}: ${answer.body.slice(0, 200)}`));
  });
  socket.on('error', (error) => failed?.(error));
  const send = (head: string, headers: Headers, body = '') => {
    const extra = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return new Promise<string>((resolve, reject) => {
      answered = resolve;
      failed = reject;
      socket.write(`${head} HTTP/1.1\r\nHost: ${host}\r\n${extra.join('')}\r\n${body}`);
    });
  };
  return {
    post(path, body, headers = {}) {
      const json = JSON.stringify(body);
      const length = String(Buffer.byteLength(json));
      const own = { 'Content-Type': 'application/json', 'Content-Length': length };
      return send(`POST ${path}`, { ...headers, ...own }, json);
    },
    get: (path, headers = {}) => send(`GET ${path}`, headers),
    close: () => socket.destroy(),
  };
}

function whole(received: Buffer): { status: number; body: string } | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (received.length < end + 4 + length) return undefined;
  return { status: Number(head.slice(9, 12)), body: received.toString('utf8', end + 4) };
}
