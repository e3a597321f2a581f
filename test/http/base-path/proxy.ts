import {
  request as ask,
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer } from 'node:net';

/** Where a town's server has the program: as `location /consultation/` of nginx does, and nothing beside. */
export const base = '/consultation';

/** `stripping`: the path is taken off, as by `proxy_pass http://127.0.0.1:3978/`; `whole`: it stays. */
export type ProxyKind = 'stripping' | 'whole';

/** A proxy before a port on which something will listen. */
export interface TownProxy {
  /** Where people reach what is behind, without a final slash. */
  readonly url: string;
  /** The settings of the program behind. */
  readonly settings: { readonly PORT: string; readonly PUBLIC_URL: string };
  close(): Promise<void>;
}

export async function startProxy(kind: ProxyKind): Promise<TownProxy> {
  const port = await freePort();
  const passed = ({ url = '', method, headers }: IncomingMessage): RequestOptions | undefined =>
    url.startsWith(`${base}/`)
      ? {
          ...{ port, method, host: '127.0.0.1' },
          path: kind === 'stripping' ? url.slice(base.length) : url,
          headers: { ...headers, host: `127.0.0.1:${port}` },
        }
      : undefined;
  const server = createServer((request, response) => {
    // As nginx does at a location that passes on.
    if (request.url === base) return refuse(response, 301, { Location: `${base}/` });
    const options = passed(request);
    if (options === undefined) return refuse(response, 404);
    const behind = ask(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      response.once('close', () => answer.destroy());
    });
    behind.once('error', () => response.headersSent || refuse(response, 502));
    request.pipe(behind);
  });
  server.on('upgrade', (request, socket, head) => {
    const options = passed(request);
    if (options === undefined) return void socket.destroy();
    const behind = connect(port, '127.0.0.1', () => {
      const lines = Object.entries(options.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
      behind.write(`GET ${options.path} HTTP/1.1\r\n${lines.join('')}\r\n`);
      behind.write(head);
      behind.pipe(socket).pipe(behind);
    });
    for (const [one, other] of [
      [socket, behind],
      [behind, socket],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
  return {
    url,
    settings: { PORT: String(port), PUBLIC_URL: `${url}/` },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function refuse(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, headers);
  response.end();
}

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
