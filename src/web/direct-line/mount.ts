import type { Next, Request, Response, Server } from 'restify';
import type { Grant } from '#channels/direct-line/admission/admission.ts';
import type { DirectLine } from '#channels/direct-line/direct-line.ts';
import type { ProtocolOutcome } from '#channels/direct-line/outcome.ts';
import { answer } from '#web/http/answer.ts';
import type { Relay } from '#web/http/nodes/relay.ts';
import { defaultRate, householdOf, type MakeLimit, type Rate } from '#web/http/rate.ts';
import { bearerIn } from '#web/http/request/bearer.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';
import { refuse } from './refusals.ts';
import { mountSockets } from './socket.ts';

export interface MountOptions {
  /** Where people reach the server, without a final slash; absent: as each request says. */
  readonly publicUrl?: string;
  /** How fast an address may ask for tokens without a secret. */
  readonly rate?: Rate;
  /** Whose address a request comes from. */
  readonly addressOf: ClientAddress;
  /** To the node where a conversation is at home; absent: there is no other. */
  readonly relay?: Relay;
  /** Milliseconds between two signs of life on a socket. */
  readonly keepAlive?: number;
  readonly limit: MakeLimit;
}

const prefix = '/v3/directline';

/** Direct Line 3.0 over HTTP and WebSocket, uploads aside: https://learn.microsoft.com/azure/bot-service/rest-api */
export function mountDirectLine(server: Server, directLine: DirectLine, options: MountOptions): void {
  allowAnyOrigin(server, `${prefix}/`);
  mountTokens(server, directLine, options);
  mountConversations(server, directLine, options);
  mountActivities(server, directLine, options);
  mountSockets(server, directLine, options);
}

function mountTokens(server: Server, directLine: DirectLine, options: MountOptions): void {
  const waitOf = createTokenLimits(directLine, options);
  server.post(`${prefix}/tokens/generate`, async (request: Request, response: Response) => {
    const seconds = await waitOf(request);
    if (seconds > 0) return refuse(response, 'TooManyRequests', seconds);
    return say(response, await directLine.admit(request.body, bearerOf(request)));
  });
  server.post(`${prefix}/tokens/refresh`, async (request: Request, response: Response) =>
    say(response, directLine.refreshToken(bearerOf(request))),
  );
  server.get(`${prefix}/session/getsessionid`, async (request: Request, response: Response) =>
    say(response, directLine.session(bearerOf(request))),
  );
}

/** What a browser may ask with its last token, and an address with wrong secrets, at once and each second from then on. */
const rates = {
  known: { burst: 20, perSecond: 0.2 },
  wrong: { burst: 20, perSecond: 0.2 },
} as const;

/** Seconds to wait before a token may be asked for: whoever shows something of ours waits for nobody else's tries. */
function createTokenLimits(directLine: DirectLine, { addressOf, rate, limit }: MountOptions) {
  const waits = {
    someone: limit('token someone', rate ?? defaultRate),
    known: limit('token known', rates.known),
    wrong: limit('token wrong', rates.wrong),
  };
  return async (request: Request): Promise<number> => {
    const asker = directLine.asker(request.body, bearerOf(request));
    switch (asker.kind) {
      case 'site':
        return 0;
      case 'known':
        return waits.known(asker.user);
      default:
        return waits[asker.kind](addressOf(request));
    }
  };
}

function mountConversations(server: Server, directLine: DirectLine, options: MountOptions): void {
  const { publicUrl } = options;
  const isElsewhere = createIsElsewhere(directLine, options);
  const withStream = (request: Request, grant: Grant, watermark?: string) => ({
    ...grant,
    streamUrl: streamUrl(request, grant, publicUrl, watermark),
  });
  server.post(`${prefix}/conversations`, async (request: Request, response: Response) => {
    if (await isElsewhere(request, response)) return;
    const started = await directLine.startConversation(bearerOf(request), request.body);
    if (started.outcome === 'refused') return refuse(response, started.refusal);
    const { anew, ...grant } = started.value;
    answer(response, anew ? 201 : 200, withStream(request, grant));
  });
  server.get(`${prefix}/conversations/:id`, async (request: Request, response: Response) => {
    if (await isElsewhere(request, response)) return;
    const watermark = watermarkOf(request);
    const taken = await directLine.reconnect(bearerOf(request), request.params.id, watermark);
    if (taken.outcome === 'refused') return refuse(response, taken.refusal);
    answer(response, 200, withStream(request, taken.value, watermark));
  });
}

function mountActivities(server: Server, directLine: DirectLine, options: MountOptions): void {
  const { addressOf } = options;
  const isElsewhere = createIsElsewhere(directLine, options);
  const path = `${prefix}/conversations/:id/activities`;
  server.post(path, async (request: Request, response: Response) => {
    const { body, params } = request;
    if (await isElsewhere(request, response)) return;
    const caller = householdOf(addressOf(request));
    return say(response, await directLine.postActivity(bearerOf(request), params.id, body, caller));
  });
  server.get(path, async (request: Request, response: Response) => {
    const { id } = request.params;
    if (await isElsewhere(request, response)) return;
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

/** Whether another node has answered, for the conversation is at home there. */
const createIsElsewhere =
  (directLine: DirectLine, { relay }: MountOptions) =>
  async (request: Request, response: Response): Promise<boolean> => {
    if (relay === undefined) return false;
    const named: string | undefined = request.params.id;
    return relay.request(directLine.conversationOf(bearerOf(request), named), request, response);
  };

function say(response: Response, outcome: ProtocolOutcome<object>): void {
  if (outcome.outcome === 'refused') refuse(response, outcome.refusal);
  else answer(response, 200, outcome.value);
}

const bearerOf = ({ headers }: Request) => bearerIn(headers.authorization);

const watermarkOf = (request: Request) =>
  new URLSearchParams(request.getQuery()).get('watermark') ?? undefined;

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
