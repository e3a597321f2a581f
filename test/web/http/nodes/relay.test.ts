import { generateKeySync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import type { Request, Response } from 'restify';
import { WebSocket, WebSocketServer } from 'ws';
import type { Home, Homes } from '#store/shared/homes.ts';
import { type Serving, serving } from '#test/http/server/serving.ts';
import { until } from '#test/http/teams/until.ts';
import { createRelay, type Relay } from '#web/http/nodes/relay.ts';
import { createToldAddress } from '#web/http/nodes/told-address.ts';
import { createClientAddress } from '#web/http/request/client-address.ts';

const key = generateKeySync('hmac', { length: 256 });

/** Who is at home where, as nodes agree about it. */
class Book {
  readonly #homes = new Map<string, string>();
  readonly addresses = new Map<string, string>();

  of(node: string): Homes {
    return {
      of: async (conversation): Promise<Home> => {
        const home = this.#homes.get(conversation) ?? node;
        this.#homes.set(conversation, home);
        return home === node ? 'here' : { node: home, address: this.addresses.get(home) ?? '' };
      },
      takeOver: async (conversation, from) => {
        if (this.#homes.get(conversation) === from) this.#homes.set(conversation, node);
      },
      forget: () => undefined,
    };
  }

  move(conversation: string, to: string): void {
    this.#homes.set(conversation, to);
  }
}

interface Node extends Serving {
  readonly relay: Relay;
}

/** A node that says its name, whom it answers and what it was sent; its sockets say its name. */
async function node(name: string, book: Book): Promise<Node> {
  const told = createToldAddress(key);
  const addressOf = createClientAddress([], told.of);
  const relay = createRelay({ homes: book.of(name), told, addressOf });
  const served = await serving((server) => {
    server.post('/say/:id', async (request: Request, response: Response) => {
      if (await relay.request(request.params.id, request, response)) return;
      response.json(201, { name, from: addressOf(request), said: request.body });
    });
    const sockets = new WebSocketServer({ noServer: true });
    server.server.on('upgrade', async (request, socket, head) => {
      if (await relay.upgrade(request.url?.split('/').at(-1), request, socket, head)) return;
      sockets.handleUpgrade(request, socket, head, (open) => {
        open.send(name);
        open.on('message', (text) => open.send(`${name} heard ${text}`));
      });
    });
  });
  book.addresses.set(name, served.url);
  return { ...served, relay };
}

const open: Node[] = [];
const nodes = async (...names: readonly string[]) => {
  const book = new Book();
  const all = await Promise.all(names.map((name) => node(name, book)));
  open.push(...all);
  return { book, all };
};
afterEach(async () => {
  for (const one of open.splice(0)) {
    one.relay.close();
    await one.stop();
  }
});

const say = async ({ url }: Serving, id: string, words: string, more: object = {}) => {
  const answer = await fetch(`${url}/say/${id}`, {
    ...{ method: 'POST', body: JSON.stringify({ words, ...more }) },
    headers: { 'content-type': 'application/json' },
  });
  return { status: answer.status, body: await answer.json().catch(() => undefined) };
};

test('whichever node is asked, the one answers where a conversation is at home, and knows who asked', async () => {
  const { all } = await nodes('one', 'two');
  const [one, two] = all as [Node, Node];
  const first = await say(one, 'a', 'bonjour');
  expect(first).toEqual({
    status: 201,
    body: { name: 'one', from: '127.0.0.1', said: { words: 'bonjour' } },
  });
  expect(await say(two, 'a', 'é'.repeat(5000))).toEqual({
    ...{ status: 201, body: { name: 'one', from: '127.0.0.1', said: { words: 'é'.repeat(5000) } } },
  });
  expect((await say(two, 'b', 'bonjour')).body).toMatchObject({ name: 'two' });
});

test('where its node is gone, a conversation goes on where it is asked for', async () => {
  const { all } = await nodes('one', 'two');
  const [one, two] = all as [Node, Node];
  await say(one, 'a', 'bonjour');
  one.relay.close();
  await one.stop();
  expect((await say(two, 'a', 'encore')).body).toMatchObject({ name: 'two', said: { words: 'encore' } });
});

test('where its node dies over a request, what may be sent twice goes on where it is asked for', async () => {
  const { all, book } = await nodes('two');
  const [two] = all as [Node];
  /** Takes what is sent, and dies over it; nobody listens there afterwards. */
  const dying = async () => {
    const server = createServer((socket) =>
      socket.once('data', () => {
        server.close();
        socket.destroy();
      }),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    book.addresses.set('one', `http://127.0.0.1:${address.port}`);
    book.move('a', 'one');
  };
  await dying();
  expect((await say(two, 'a', 'sans nom')).status).toBe(503);
  await dying();
  const named = { channelData: { clientActivityID: '1' } };
  expect((await say(two, 'a', 'encore', named)).body).toMatchObject({ name: 'two' });
});

test('nobody waits for a node that stands still once it is given up', async () => {
  const { all, book } = await nodes('two');
  const [two] = all as [Node];
  /** Takes whatever is sent, and answers nothing. */
  const still = createServer();
  const asked: Socket[] = [];
  still.on('connection', (socket) => asked.push(socket));
  await new Promise<void>((done) => still.listen(0, '127.0.0.1', done));
  const address = still.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const at = `http://127.0.0.1:${address.port}`;
  book.addresses.set('one', at);
  book.move('a', 'one');
  const named = { channelData: { clientActivityID: '1' } };
  const saying = say(two, 'a', 'encore', named);
  const socket = new WebSocket(`${two.url.replace('http', 'ws')}/stream/a`);
  await until(() => asked.length === 2);
  book.move('a', 'two');
  two.relay.giveUp(at);
  const [name] = await once(socket, 'message');
  expect(String(name)).toBe('two');
  expect((await saying).body).toMatchObject({ name: 'two' });
  socket.terminate();
  still.close();
});

test('a socket to a node that stands still ends once it is given up', async () => {
  const { all, book } = await nodes('one', 'two');
  const [one, two] = all as [Node, Node];
  book.move('a', 'one');
  const socket = new WebSocket(`${two.url.replace('http', 'ws')}/stream/a`);
  await once(socket, 'message');
  const closed = once(socket, 'close');
  two.relay.giveUp(one.url);
  await closed;
});

test('what moved meanwhile is followed, and nothing goes round', async () => {
  const { all, book } = await nodes('one', 'two', 'three');
  const [one, two] = all as [Node, Node, Node];
  // Two asks one, which says that it moved: two looks anew.
  const homes = book.of('two');
  book.move('a', 'three');
  const known: Home[] = [{ node: 'one', address: one.url }];
  const relay = createRelay({
    homes: { ...homes, of: async (conversation) => known.pop() ?? homes.of(conversation) },
    told: createToldAddress(key),
    addressOf: createClientAddress([]),
  });
  const asking = await serving((server) => {
    server.post('/say/:id', async (request: Request, response: Response) => {
      await relay.request(request.params.id, request, response);
    });
  });
  try {
    expect((await say(asking, 'a', 'où ?')).body).toMatchObject({ name: 'three' });
    expect(two.url).not.toBe(one.url);
  } finally {
    relay.close();
    await asking.stop();
  }
});

test('a socket goes through to the node where its conversation is, until one of both ends', async () => {
  const { all } = await nodes('one', 'two');
  const [one, two] = all as [Node, Node];
  await say(one, 'a', 'bonjour');
  const socket = new WebSocket(`${two.url.replace('http', 'ws')}/stream/a`);
  const [name] = await once(socket, 'message');
  expect(String(name)).toBe('one');
  socket.send('moi');
  const [heard] = await once(socket, 'message');
  expect(String(heard)).toBe('one heard moi');
  const closed = once(socket, 'close');
  two.relay.close();
  await closed;
});

test('nobody tells an address but another node, and not for long', () => {
  let now = 1_000_000;
  const told = createToldAddress(key, () => now);
  const other = createToldAddress(generateKeySync('hmac', { length: 256 }), () => now);
  const header = told.header('203.0.113.9');
  const from = (value: string) => told.of({ headers: { 'x-trajectoires-from': value } } as never);
  expect(from(header)).toBe('203.0.113.9');
  expect(from(header.replace('203', '198'))).toBeUndefined();
  expect(from(other.header('203.0.113.9'))).toBeUndefined();
  expect(from('')).toBeUndefined();
  now += 60_001;
  expect(from(header)).toBeUndefined();
});
