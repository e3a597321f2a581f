import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { z } from 'zod';

/** What botbuilder's credentials are asked for: they put their token into the headers of a request. */
export interface Signing {
  signRequest(request: { readonly headers: { set(name: string, value: string): void } }): Promise<unknown>;
}

export type SendActivity = (
  conversation: string,
  activity: object,
  options: { readonly abortSignal: AbortSignal },
) => Promise<{ readonly id?: string }>;

/**
 * The one request of the Bot Connector API 3.0 that nearly every turn makes (`POST v3/conversations/{id}/activities`), made once and
 * on kept connections. The SDK's client makes it too, for a third of what a whole turn costs: it checks and copies each activity, and
 * passes the request through twelve policies.
 */
export function createSendActivity(serviceUrl: string, signing: Signing): SendActivity {
  const base = serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`;
  const { protocol } = new URL(base);
  const [{ request }, agent] = protocol === 'https:' ? [https, agents.https] : [http, agents.http];
  return async (conversation, activity, { abortSignal: signal }) => {
    const body = Buffer.from(JSON.stringify(activity));
    const headers: Record<string, string | number> = {
      Accept: '*/*',
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': body.length,
    };
    await signing.signRequest({ headers: { set: (name, value) => (headers[name] = value) } });
    const url = `${base}v3/conversations/${encodeURIComponent(conversation)}/activities`;
    return new Promise((resolve, reject) => {
      request(url, { method: 'POST', agent, headers, signal })
        .on('error', reject)
        .on('response', (response) => answered(response).then(resolve, reject))
        .end(body);
    });
  };
}

/** Through the proxy of the surroundings, where one is set (HTTPS_PROXY and NO_PROXY), as the SDK's client goes. */
const kept = { keepAlive: true, proxyEnv: process.env };
const agents = { http: new http.Agent(kept), https: new https.Agent(kept) };

async function answered(response: IncomingMessage): Promise<{ readonly id?: string }> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    if (length <= longestAnswer) chunks.push(chunk);
  }
  const answer = parsed(Buffer.concat(chunks).toString());
  if (!taken.has(status)) throw new Refused(status, answer?.error?.code, headers['retry-after']);
  return answer?.id === undefined ? {} : { id: answer.id };
}

const taken: ReadonlySet<number> = new Set([200, 201, 202]);
/** Bytes; a longer one says nothing that is asked for. */
const longestAnswer = 65_536;

/** Why the channel did not take it, as the SDK's client would say. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly statusCode: number;
  readonly code: string | undefined;
  readonly response: { readonly headers: { get(name: string): string | undefined } };

  constructor(statusCode: number, code: string | undefined, retryAfter: string | undefined) {
    super('The channel did not take an activity');
    this.statusCode = statusCode;
    this.code = code;
    this.response = { headers: { get: (name) => (name === 'retry-after' ? retryAfter : undefined) } };
  }
}

const Answer = z.object({
  id: z.string().optional().catch(undefined),
  error: z
    .object({ code: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

function parsed(text: string): z.infer<typeof Answer> | undefined {
  try {
    return Answer.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
