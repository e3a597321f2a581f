import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { createLog } from '#src/log.ts';
import { drain } from '#web/http/drain.ts';
import type { HttpLimits } from '#web/http/limits.ts';
import { listen } from '#web/http/listen.ts';
import { createRefuse, type Refuse } from '#web/http/refuse.ts';
import { createServer } from '#web/http/server.ts';

export interface Parts {
  readonly log: Logger;
  readonly phrases: Phrases;
  readonly refuse: Refuse;
}

export interface Serving {
  readonly server: Server;
  readonly port: number;
  readonly url: string;
  /** Everything logged so far. */
  readonly logged: () => string;
  readonly stop: () => Promise<void>;
}

/** The real server on a free port, with what a test mounts on it. */
export async function serving(
  mount: (server: Server, parts: Parts) => void,
  limits: Partial<HttpLimits> = {},
): Promise<Serving> {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => lines.push(line) });
  const refuse = createRefuse(phrases);
  const server = createServer({ log, refuse, frameAncestors: ["'self'"], limits });
  mount(server, { log, phrases, refuse });
  const listening = await listen(server, '127.0.0.1', 0);
  if (listening.outcome === 'refused') throw new Error(listening.message);
  return {
    server,
    port: listening.port,
    url: `http://127.0.0.1:${listening.port}`,
    logged: () => lines.join(''),
    stop: async () => void (await drain(server, 0)),
  };
}

/** Writes bytes as they are to the server; says all that came back when the connection ended. */
export async function raw(port: number, ...parts: readonly (string | Uint8Array)[]): Promise<string> {
  const socket = await open(port);
  for (const part of parts) socket.write(part);
  return text(socket);
}

/** An open connection to the server. */
export function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

export const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const loaded = loadPhrases(fileURLToPath(new URL('../../../catalogue', import.meta.url)));
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, undefined, 2));
const { phrases } = loaded;
