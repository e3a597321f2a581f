import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ClientSocket, SocketSigns } from '#channels/direct-line/conversation/client-socket.ts';
import type { DirectLine } from '#channels/direct-line/direct-line.ts';
import type { Relay } from '#web/http/nodes/relay.ts';
import { deflatedFrame } from './deflated-frame.ts';
import { refusalBytes } from './refusals.ts';

/** A client sends nothing but empty frames. */
const longestFrame = 1024;

/** Each message by itself: nothing tells of an earlier message by its length. */
const compression = { serverNoContextTakeover: true, clientNoContextTakeover: true };
/** In bytes: less fits in one packet as it is. */
const worthIt = 1_024;

const streamPath = /^\/v3\/directline\/conversations\/([^/?]+)\/stream$/;

/** Opens the WebSockets of conversations; every `keepAlive` milliseconds those that gave no sign of life are cut. */
export function mountSockets(
  server: Server,
  directLine: DirectLine,
  { relay, keepAlive = 30_000 }: { readonly relay?: Relay; readonly keepAlive?: number },
): void {
  const sockets = new WebSocketServer({
    ...{ noServer: true, maxPayload: longestFrame, clientTracking: false, perMessageDeflate: compression },
  });
  const watch = watchOver(keepAlive);
  server.server.once('close', watch.stop);
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const opened = async () => {
      const asked = askedIn(request);
      const conversation = relay && directLine.conversationOf(asked?.query.get('t') ?? undefined, asked?.id);
      if (await relay?.upgrade(conversation, request, socket, head)) return;
      const attach = await admit(directLine, asked);
      if (typeof attach === 'string') socket.end(attach);
      else
        sockets.handleUpgrade(request, socket, head, (open) =>
          watch.over(open, attach(lineOf(open, socket))),
        );
    };
    opened().catch(() => socket.end(refusalBytes('BotError')));
  });
}

/** The way to attach the socket, or the answer that refuses it. */
async function admit(directLine: DirectLine, asked: ReturnType<typeof askedIn>) {
  if (asked === undefined) return refusalBytes('BadArgument');
  const { id, query } = asked;
  if (id === undefined) return refusalBytes('ConversationGone');
  const watermark = query.get('watermark') ?? undefined;
  const listening = await directLine.listen(query.get('t') ?? undefined, id, watermark);
  if (listening.outcome === 'refused') return refusalBytes(listening.refusal);
  return listening.value;
}

/** Which conversation's socket is asked for, if it is one's; nothing where the address cannot be read. */
function askedIn({ url = '' }: IncomingMessage) {
  if (!URL.canParse(url, 'ws://x')) return undefined;
  const { pathname, searchParams: query } = new URL(url, 'ws://x');
  return { id: streamPath.exec(pathname)?.[1], query };
}

/** `stream`: what the socket itself writes its frames to, each at once. */
const lineOf = (socket: WebSocket, stream: Duplex): ClientSocket => ({
  send(frame) {
    const isDeflated = frame.length >= worthIt && socket.extensions.includes('permessage-deflate');
    if (!isDeflated) socket.send(frame, { binary: false, compress: false });
    else if (socket.readyState === socket.OPEN) stream.write(deflatedFrame(frame));
  },
  get unread() {
    return socket.bufferedAmount;
  },
  close: (code, reason) => socket.close(code, reason),
  drop: () => socket.terminate(),
});

/** One clock for all sockets: an empty frame and a ping each time, and an end to those that stayed silent since the last. */
function watchOver(every: number) {
  const alive = new Map<WebSocket, boolean>();
  const clock = setInterval(() => {
    for (const [socket, heard] of alive) {
      if (!heard) socket.terminate();
      else {
        alive.set(socket, false);
        socket.ping();
        socket.send('', { compress: false });
      }
    }
  }, every).unref();
  return {
    over(socket: WebSocket, heard: SocketSigns) {
      const sign = () => {
        if (!alive.has(socket)) return;
        alive.set(socket, true);
        heard.alive();
      };
      const end = () => {
        alive.delete(socket);
        heard.gone();
      };
      alive.set(socket, true);
      socket.on('message', sign).on('pong', sign).on('close', end).on('error', end);
    },
    stop: () => clearInterval(clock),
  };
}
