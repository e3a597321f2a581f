import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { Homes } from '#store/shared/homes.ts';
import { StoreUnavailable } from '#store/store.ts';
import type { ClientAddress } from '../request/client-address.ts';
import { misdirected, Passages, type Passed } from './pass-on.ts';
import { type ToldAddress, toldHeader } from './told-address.ts';

/**
 * Takes what concerns a conversation to the node where it is at home, so that a balancer may send anything anywhere. What comes
 * from another node is answered here, or said to have moved: nothing goes round.
 */
export interface Relay {
  /** Whether another node has answered, or nobody could: then nothing is left to do. */
  request(conversation: string | undefined, request: Request, response: Response): Promise<boolean>;
  /** The same for a WebSocket. */
  upgrade(
    conversation: string | undefined,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<boolean>;
  /** A node is heard of no more, though its port may still be open: nobody waits for it, and sockets to it end. */
  giveUp(address: string): void;
  /** Ends the WebSockets that go through: whoever listened comes back by another node. */
  hangUp(): void;
  /** Ends all that goes through. */
  close(): void;
}

interface RelayParts {
  readonly homes: Homes;
  readonly told: ToldAddress;
  readonly addressOf: ClientAddress;
}

type Found = 'here' | 'answered' | 'moved' | 'silent';

interface Asked {
  readonly from: IncomingMessage;
  /** Whether it may be sent again where nobody knows what became of it. */
  readonly mayRepeat: boolean;
  readonly pass: (address: string, headers: Record<string, string>) => Promise<Passed>;
}

/** How often a conversation is looked for that moves meanwhile. */
const mostTries = 4;

export function createRelay({ homes, told, addressOf }: RelayParts): Relay {
  const passages = new Passages();
  /** Where it is answered: here, there by `pass`, or nowhere. */
  const looked = async (conversation: string, { from, mayRepeat, pass }: Asked): Promise<Found> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const home = await homes.of(conversation);
      if (home === 'here') return 'here';
      if (told.of(from) !== undefined) return 'moved';
      const passed = await pass(home.address, { [toldHeader]: told.header(addressOf(from)) });
      if (passed === 'answered') return passed;
      if (passed === 'gone') await homes.takeOver(conversation, home.node);
      else homes.forget(conversation);
      if (passed === 'silent' || (passed === 'broken' && !mayRepeat)) return 'silent';
    }
    return 'silent';
  };
  const found = async (conversation: string | undefined, asked: Asked): Promise<Found> => {
    if (conversation === undefined) return 'here';
    try {
      return await looked(conversation, asked);
    } catch (error) {
      // Nobody knows where it is while the database is away.
      if (error instanceof StoreUnavailable) return 'silent';
      throw error;
    }
  };
  return {
    async request(conversation, request, response) {
      const body = typeof request.rawBody === 'string' ? request.rawBody : '';
      const outcome = await found(conversation, {
        ...{ from: request, mayRepeat: isSafe(request) },
        pass: (address, headers) => passages.request(address, request, body, headers, response),
      });
      if (outcome === 'here') return false;
      // Restify's answers cannot be written to in a chain.
      if (outcome === 'moved') response.writeHead(misdirected);
      else if (outcome === 'silent')
        response.writeHead(503, { 'Retry-After': '2', 'Cache-Control': 'no-store' });
      if (outcome !== 'answered') response.end();
      return true;
    },
    async upgrade(conversation, request, socket, head) {
      const outcome = await found(conversation, {
        ...{ from: request, mayRepeat: true },
        pass: (address, headers) => passages.upgrade(address, request, socket, head, headers),
      });
      if (outcome === 'here') return false;
      if (outcome === 'moved')
        socket.end(
          `HTTP/1.1 ${misdirected} Misdirected Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
        );
      else if (outcome === 'silent')
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return true;
    },
    giveUp: (address) => passages.giveUp(address),
    hangUp: () => passages.hangUp(),
    close: () => passages.close(),
  };
}

const Named = z.union([
  z.object({ channelData: z.object({ clientActivityID: z.string() }) }),
  z.object({ id: z.string(), channelId: z.string() }),
]);

/** Whether it may be sent twice: what is read or begun changes nothing more, and an activity that bears its sender's id is taken once. */
const isSafe = ({ method, url = '', body }: Request): boolean =>
  method === 'GET' || /\/conversations\/?(\?|$)/.test(url) || Named.safeParse(body).success;
