import {
  Agent,
  request as ask,
  type ClientRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What became of a request that was passed on to another node. */
export type Passed =
  | 'answered'
  /** It says that it is not there any more. */
  | 'moved'
  /** Nobody listens at its address. */
  | 'gone'
  /** The connection broke before it answered: it died, or let go of a connection that was kept. Nobody knows what it did. */
  | 'broken'
  /** It did not answer in time. */
  | 'silent';

/** Milliseconds for which a node may say nothing. */
const patience = 30_000;

/** The status by which a node says that a conversation moved: 421 Misdirected Request (RFC 9110, 15.5.20). */
export const misdirected = 421;

/** Connections to other nodes, kept. */
export class Passages {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  readonly #open = new Set<Duplex>();
  /** What goes to each node, by its address. */
  readonly #to = new Map<string, Set<Ending>>();

  /** Has another node answer a request. Nothing of the answer is kept here. */
  async request(
    address: string,
    from: IncomingMessage,
    body: string,
    told: OutgoingHttpHeaders,
    to: ServerResponse,
  ): Promise<Passed> {
    const headers = { ...passed(from, []), ...told, 'content-length': Buffer.byteLength(body) };
    const outgoing = ask(new URL(from.url ?? '/', address), {
      ...{ method: from.method, headers, agent: this.#agent, timeout: patience },
    });
    this.#note(address, outgoing);
    const answering = new Promise<IncomingMessage | Passed>((resolve) => {
      outgoing.once('response', resolve);
      whenItFails(outgoing, resolve);
    });
    outgoing.end(body);
    const answer = await answering;
    if (typeof answer === 'string') return answer;
    if (answer.statusCode === misdirected) {
      answer.resume();
      return 'moved';
    }
    to.writeHead(answer.statusCode ?? 502, passed(answer, ['content-length']));
    await pipeline(answer, to).catch(() => to.destroy());
    return 'answered';
  }

  /** The same of a request for a WebSocket: from then on the bytes go through as they are. */
  async upgrade(
    address: string,
    from: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    told: OutgoingHttpHeaders,
  ): Promise<Passed> {
    const headers = { ...passed(from, ['connection', 'upgrade']), ...told };
    const outgoing = ask(new URL(from.url ?? '/', address), {
      method: from.method,
      headers,
      timeout: patience,
    });
    this.#note(address, outgoing);
    const answering = new Promise<Passed>((resolve) => {
      outgoing.once('upgrade', (answer, upstream, first) => {
        upstream.setTimeout(0);
        this.#note(address, upstream);
        socket.write(headOf(answer));
        socket.write(first);
        upstream.write(head);
        this.#join(socket, upstream);
        resolve('answered');
      });
      outgoing.once('response', (answer) => {
        if (answer.statusCode === misdirected) return resolve('moved');
        socket.write(headOf(answer));
        answer.pipe(socket);
        resolve('answered');
      });
      whenItFails(outgoing, resolve);
    });
    outgoing.end();
    return answering;
  }

  /** Ends all that goes to a node, answered or not. */
  giveUp(address: string): void {
    for (const one of this.#to.get(address) ?? []) one.destroy();
  }

  /** Ends the WebSockets that go through. */
  hangUp(): void {
    for (const socket of this.#open) socket.destroy();
  }

  /** Ends all that goes through. */
  close(): void {
    this.hangUp();
    this.#agent.destroy();
  }

  #note(address: string, one: Ending): void {
    const all = this.#to.get(address) ?? new Set();
    this.#to.set(address, all.add(one));
    one.once('close', () => {
      all.delete(one);
      if (all.size === 0 && this.#to.get(address) === all) this.#to.delete(address);
    });
  }

  #join(...[here, there]: readonly [Duplex, Duplex]): void {
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      this.#open.add(one);
      one.once('error', () => one.destroy());
      one.once('close', () => {
        this.#open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}

type Ending = ClientRequest | Duplex;

/** Tells what became of a request whose connection fails before an answer. */
function whenItFails(outgoing: ClientRequest, over: (passed: Passed) => void): void {
  let isLate = false;
  outgoing.once('timeout', () => {
    isLate = true;
    outgoing.destroy();
  });
  outgoing.once('error', (error) => {
    if (isRefusal(error)) over('gone');
    else over(isLate ? 'silent' : 'broken');
  });
}

const isRefusal = (error: NodeJS.ErrnoException): boolean =>
  ['ECONNREFUSED', 'EHOSTUNREACH', 'ENOTFOUND'].includes(error.code ?? '');

/** Headers between two neighbours alone (RFC 9110, 7.6.1), and those that are written anew. */
const ofTheHop = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'content-length',
  'expect',
];

const passed = ({ headers }: IncomingMessage, kept: readonly string[]): OutgoingHttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => kept.includes(name) || !ofTheHop.includes(name)),
  );

function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${statusCode} ${statusMessage}`];
  for (let i = 0; i < rawHeaders.length; i += 2) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
