import type { Next, Request, Response, Server } from 'restify';
import type { Grant } from '#channels/direct-line/admission.ts';
import type { DirectLine } from '#channels/direct-line/direct-line.ts';
import type { ProtocolOutcome } from '#channels/direct-line/outcome.ts';
import { answer } from '#web/http/answer.ts';
import { bearerIn } from '#web/http/bearer.ts';
import { createRateLimit, defaultRate, type Rate } from '#web/http/rate.ts';
import { refuse } from './refusals.ts';
import { mountSockets } from './socket.ts';

export interface MountOptions {
  /** Where people reach the server, without a final slash; absent: as each request says. */
  readonly publicUrl?: string;
  /** How fast an address may ask for tokens without a secret. */
  readonly rate?: Rate;
  /** Whose address a request comes from: a proxy's header, where there is a proxy. */
  readonly addressOf?: (request: Request) => string;
  /** Milliseconds between two signs of life on a socket. */
  readonly keepAlive?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const prefix = '/v3/directline';

/** Direct Line 3.0 over HTTP and WebSocket, uploads aside: https://learn.microsoft.com/azure/bot-service/rest-api */
export function mountDirectLine(server: Server, directLine: DirectLine, options: MountOptions = {}): void {
  allowAnyOrigin(server, `${prefix}/`);
  mountTokens(server, directLine, options);
  mountConversations(server, directLine, options);
  mountActivities(server, directLine);
  mountSockets(server, directLine, options.keepAlive ?? 30_000);
}

function mountTokens(server: Server, directLine: DirectLine, options: MountOptions): void {
  const { addressOf = remoteAddress, now = Date.now } = options;
  const wait = createRateLimit(options.rate ?? defaultRate, now);
  server.post(`${prefix}/tokens/generate`, async (request: Request, response: Response) => {
    const bearer = bearerOf(request);
    const seconds = directLine.isSite(bearer) ? 0 : wait(addressOf(request));
    if (seconds > 0) return refuse(response, 'TooManyRequests', seconds);
    return say(response, await directLine.admit(request.body, bearer));
  });
  server.post(`${prefix}/tokens/refresh`, async (request: Request, response: Response) =>
    say(response, directLine.refreshToken(bearerOf(request))),
  );
  server.get(`${prefix}/session/getsessionid`, async (request: Request, response: Response) =>
    say(response, directLine.session(bearerOf(request))),
  );
}

function mountConversations(server: Server, directLine: DirectLine, { publicUrl }: MountOptions): void {
  const withStream = (request: Request, grant: Grant, watermark?: string) => ({
    ...grant,
    streamUrl: streamUrl(request, grant, publicUrl, watermark),
  });
  server.post(`${prefix}/conversations`, async (request: Request, response: Response) => {
    const started = await directLine.startConversation(bearerOf(request), request.body);
    if (started.outcome === 'refused') return refuse(response, started.refusal);
    const { anew, ...grant } = started.value;
    answer(response, anew ? 201 : 200, withStream(request, grant));
  });
  server.get(`${prefix}/conversations/:id`, async (request: Request, response: Response) => {
    const taken = await directLine.reconnect(bearerOf(request), request.params.id);
    if (taken.outcome === 'refused') return refuse(response, taken.refusal);
    answer(response, 200, withStream(request, taken.value, watermarkOf(request)));
  });
}

function mountActivities(server: Server, directLine: DirectLine): void {
  const path = `${prefix}/conversations/:id/activities`;
  server.post(path, async (request: Request, response: Response) =>
    say(response, await directLine.postActivity(bearerOf(request), request.params.id, request.body)),
  );
  server.get(path, async (request: Request, response: Response) => {
    const { id } = request.params;
    const set = await directLine.activities(bearerOf(request), id, watermarkOf(request));
    if (set.outcome === 'refused') return refuse(response, set.refusal);
    response.writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': set.value.length,
      'Cache-Control': 'no-store',
    });
    response.end(set.value);
  });
  server.post(`${prefix}/conversations/:id/upload`, async (_request: Request, response: Response) =>
    refuse(response, 'UploadNotSupported'),
  );
}

function say(response: Response, outcome: ProtocolOutcome<object>): void {
  if (outcome.outcome === 'refused') refuse(response, outcome.refusal);
  else answer(response, 200, outcome.value);
}

const bearerOf = ({ headers }: Request) => bearerIn(headers.authorization);

const watermarkOf = (request: Request) =>
  new URLSearchParams(request.getQuery()).get('watermark') ?? undefined;

const remoteAddress = ({ socket }: Request) => socket.remoteAddress ?? '';

/** Where the conversation's socket is; `publicUrl` is where people reach the server, else what the request says of it. */
function streamUrl(
  request: Request,
  { conversationId, token }: Grant,
  publicUrl?: string,
  watermark?: string,
) {
  const query = new URLSearchParams({ ...(watermark !== undefined && { watermark }), t: token });
  const base =
    publicUrl?.replace(/^http/, 'ws') ?? `${scheme(request)}://${request.headers.host ?? 'localhost'}`;
  return `${base}/v3/directline/conversations/${conversationId}/stream?${query}`;
}

const scheme = ({ headers }: Request) => (headers['x-forwarded-proto'] === 'https' ? 'wss' : 'ws');

/** Pages of any site may call: a token, not a cookie, says who speaks. Errors carry the headers too. */
function allowAnyOrigin(server: Server, prefix: string): void {
  server.on('request', (request, response) => {
    if (!request.url?.startsWith(prefix)) return;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  });
  server.pre(function preflight(request: Request, response: Response, next: Next) {
    if (request.method !== 'OPTIONS' || !request.url?.startsWith(prefix)) return next();
    response.writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Requested-With, X-Ms-Bot-Agent',
      'Access-Control-Max-Age': '86400',
    });
    response.end();
    return next(false);
  });
}
