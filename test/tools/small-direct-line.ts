import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export type Said = { text?: string; value?: Record<string, unknown>; from: { id: string } };

/** What the bot behind it says: first, then to each message. */
export interface Script {
  greeting: () => object[];
  answer: (said: Said, turn: number) => object[];
  /** How many times tokens are refused with 429 first. */
  refusals?: number;
  /** Drops the socket before saying the replies to this turn. */
  dropsAt?: number;
  /** Says nothing at all from this turn on: the post is refused. */
  breaksAt?: number;
}

/** A Direct Line of a few lines on a free port: one conversation a token, replies over a WebSocket. */
export async function smallDirectLine(script: Script) {
  const conversations = new Map<string, { log: object[]; socket?: WebSocket; turns: number }>();
  let refusals = script.refusals ?? 0;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const send = (status: number, body: object, headers = {}) => {
      // Not chained: restify, where it was loaded before, has `writeHead` return nothing.
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    const body = await read(request);
    const streamUrl = (id: string, watermark = '') =>
      `ws://127.0.0.1:${port()}/stream?id=${id}&watermark=${watermark}`;
    if (path.endsWith('/tokens/generate')) {
      if (refusals-- > 0) return send(429, { error: { code: 'slow-down' } }, { 'retry-after': '0.1' });
      if (body.consultation !== 'here') return send(404, { error: { code: 'unknown' } });
      return send(200, { token: 'secret', expires_in: 1800 });
    }
    if (request.headers.authorization !== 'Bearer secret') return send(403, { error: { code: 'BadToken' } });
    if (path.endsWith('/conversations')) {
      const id = `c${conversations.size}`;
      conversations.set(id, { log: script.greeting(), turns: 0 });
      return send(201, { conversationId: id, token: 'secret', streamUrl: streamUrl(id) });
    }
    const [, id = '', watermark] = /conversations\/(c\d+)(?:\?watermark=(.*)|\/activities)$/.exec(path) ?? [];
    const conversation = conversations.get(id);
    if (conversation === undefined) return send(404, { error: { code: 'ConversationNotFound' } });
    if (watermark !== undefined)
      return send(200, { conversationId: id, streamUrl: streamUrl(id, watermark) });
    const turn = ++conversation.turns;
    if (turn === script.breaksAt) return send(500, { error: { code: 'Broken' } });
    send(200, { id: `${id}.${turn}` });
    if (turn === script.dropsAt) conversation.socket?.terminate();
    for (const reply of script.answer(body as unknown as Said, turn)) {
      conversation.log.push({ ...reply, replyToId: `${id}.${turn}` });
    }
    flush(conversation.log, conversation.socket);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url ?? '', 'ws://x').searchParams;
    const conversation = conversations.get(query.get('id') ?? '');
    if (conversation === undefined) return socket.close();
    conversation.socket = socket;
    socket.send('');
    sent.set(socket, Number(query.get('watermark') ?? 0));
    flush(conversation.log, socket);
  });
  const port = () => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port()}`,
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** How much of its conversation each socket was sent. */
const sent = new WeakMap<WebSocket, number>();

function flush(log: object[], socket: WebSocket | undefined): void {
  if (socket?.readyState !== 1) return;
  const from = sent.get(socket) ?? 0;
  const activities = log
    .slice(from)
    .map((one) => ({ type: 'message', from: { id: 'bot' }, locale: 'fr', ...one }));
  if (activities.length > 0) socket.send(JSON.stringify({ activities, watermark: `${log.length}` }));
  sent.set(socket, log.length);
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}
