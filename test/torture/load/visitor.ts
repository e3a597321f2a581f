import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import { type Card, primary, readCard, submit } from '#src/tools/simulate/card.ts';
import type { Heard } from '#test/http/app/person.ts';
import { filled } from '#test/http/app/robot.ts';

/** So many people of a crowd share an address, as those of a big meeting do. */
const perAddress = 50;

/** Somebody at the chat page, as it does it: a POST, and the replies over the WebSocket. */
export interface Visitor {
  readonly socket: WebSocket;
  /** Presses the way forward of the last card, and resolves once the reply is there, with the milliseconds it took. */
  goOn(): Promise<number>;
  /** Posts without waiting for the replies; the status. */
  post(activity: object): Promise<number>;
}

/** The `nth` of a crowd comes in and is greeted. */
export async function visit(
  url: string,
  nth: number,
  options: { readonly autoPong?: boolean } = {},
): Promise<Visitor> {
  const address = addressOf(nth);
  const ask = (method: string, path: string, body: unknown, token?: string) =>
    call(url, agentOf(address), { method, path: `/v3/directline${path}`, body, token });
  const granted = await ask('POST', '/tokens/generate', { consultation: 'decouverte' });
  const started = await ask('POST', '/conversations', { locale: 'fr' }, granted.body.token);
  if (started.status !== 201) throw new Error(`Not let in: ${granted.status} ${started.status}`);
  const { conversationId, token, streamUrl } = started.body;
  const socket = new WebSocket(streamUrl, { localAddress: address, perMessageDeflate: false, ...options });
  let card: Card | undefined;
  const waiting = new Map<string, () => void>();
  const answered = new Set<string>();
  socket.on('message', (frame) => {
    const { activities = [] }: { activities?: Heard[] } = JSON.parse(`${frame}` || '{}');
    for (const { replyToId, attachments = [] } of activities) {
      card = attachments.map(({ content }) => readCard(content)).findLast((one) => primary(one)) ?? card;
      if (replyToId === undefined) continue;
      answered.add(replyToId);
      waiting.get(replyToId)?.();
    }
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  const post = (activity: object) =>
    ask('POST', `/conversations/${conversationId}/activities`, said(activity), token);
  return {
    socket,
    post: async (activity) => (await post(activity)).status,
    async goOn() {
      const began = performance.now();
      const forward = card && primary(card);
      const value = forward ? submit(forward, filled(card?.inputs ?? [])) : { act: 'consent', agree: true };
      const { status, body } = await post({ value });
      if (status !== 200) throw new Error(`A turn was answered ${status}`);
      if (!answered.has(body.id)) {
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        const late = setTimeout(() => reject(new Error('A turn had no reply within 20 s')), 20_000);
        waiting.set(body.id, resolve);
        await promise.finally(() => clearTimeout(late));
      }
      return performance.now() - began;
    },
  };
}

const said = (activity: object) => ({
  type: 'message',
  channelData: { clientActivityID: randomUUID() },
  ...activity,
});

const addressOf = (nth: number): string => {
  const group = Math.floor(nth / perAddress);
  return `127.1.${Math.floor(group / 250)}.${1 + (group % 250)}`;
};

const agents = new Map<string, Agent>();

function agentOf(localAddress: string): Agent {
  const known = agents.get(localAddress) ?? new Agent({ keepAlive: true, maxSockets: 4, localAddress });
  agents.set(localAddress, known);
  return known;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly token: string | undefined;
}

async function call(
  url: string,
  agent: Agent,
  { method, path, body, token }: Call,
  // biome-ignore lint/suspicious/noExplicitAny: tests read the wire as it is.
): Promise<{ status: number; body: any }> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const asked = request(url, { agent, method, path, headers });
  asked.end(JSON.stringify(body));
  const [answer] = await once(asked, 'response');
  return { status: answer.statusCode, body: await json(answer) };
}
