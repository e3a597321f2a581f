import type { Grant, TokenAdmission } from './admission/admission.ts';
import type { Holder, Tokens } from './admission/token.ts';
import type { ClientSocket, SocketSigns } from './conversation/client-socket.ts';
import type { Registry } from './conversation/registry.ts';
import type { Exchange } from './exchange.ts';
import { done, onward, onwardAsync, type ProtocolOutcome, refused } from './outcome.ts';

/** A conversation taken up; `anew` when this call began it. */
interface Started extends Grant {
  readonly anew: boolean;
}

type Token = string | undefined;

/** What the holder of a token may ask for; and another site with its secret, of the conversations that it opened. */
export interface Protocol {
  refreshToken(token: Token): ProtocolOutcome<Grant>;
  startConversation(token: Token, body?: unknown): Promise<ProtocolOutcome<Started>>;
  reconnect(token: Token, conversationId: string, watermark?: string): Promise<ProtocolOutcome<Grant>>;
  /** Resolves once the turn is over, its replies in the log. `caller`: the network address it came from, by household. */
  postActivity(
    token: Token,
    conversationId: string,
    body: unknown,
    caller?: string,
  ): Promise<ProtocolOutcome<{ readonly id: string }>>;
  /** The activity set after a watermark, as JSON. */
  activities(token: Token, conversationId: string, watermark?: string): Promise<ProtocolOutcome<Buffer>>;
  /** The way to attach a socket that goes on after a watermark, once the conversation is there. */
  listen(
    token: Token,
    conversationId: string,
    watermark?: string,
  ): Promise<ProtocolOutcome<(socket: ClientSocket) => SocketSigns>>;
  session(token: Token): ProtocolOutcome<{ readonly sessionId: string }>;
}

export interface ProtocolParts {
  readonly tokens: Tokens;
  readonly admission: TokenAdmission;
  readonly registry: Registry;
  readonly exchange: Exchange;
  readonly isClosed: () => boolean;
}

export function createProtocol(parts: ProtocolParts): Protocol {
  const { admission, registry, exchange } = parts;
  const resumed = async (token: Token, id: string, watermark?: string) =>
    onwardAsync(await pass(parts, token, id), (holder) => exchange.resume(holder, watermark));
  return {
    refreshToken: (token) => onward(passByToken(parts, token), (holder) => done(admission.renew(holder))),
    session: (token) =>
      onward(passByToken(parts, token), ({ conversation }) => done({ sessionId: conversation })),
    startConversation: async (token, body) =>
      onwardAsync(await beginning(parts, token, body), async (holder) =>
        onward(await exchange.start(holder, body), ({ anew }) => done({ ...admission.renew(holder), anew })),
      ),
    reconnect: async (token, id, watermark) =>
      onward(await resumed(token, id, watermark), ({ holder }) => done(admission.renew(holder))),
    postActivity: async (token, id, body, caller) =>
      onwardAsync(await pass(parts, token, id), (holder) =>
        // A site speaks for many: each of its visitors is one by themselves.
        exchange.post(holder, body, parts.admission.isSite(token) ? undefined : caller),
      ),
    activities: async (token, id, watermark) =>
      onward(await resumed(token, id, watermark), (conversation) => done(conversation.since(watermark))),
    listen: async (token, id, watermark) =>
      onward(await resumed(token, id, watermark), (conversation) =>
        done((socket) => conversation.attach(socket, watermark, () => registry.touch(conversation))),
      ),
  };
}

/** For whom a conversation begins: whom the token stands for, or whoever another site lets in. */
async function beginning(
  parts: ProtocolParts,
  token: Token,
  body: unknown,
): Promise<ProtocolOutcome<Holder>> {
  if (!parts.admission.isSite(token)) return passByToken(parts, token);
  return parts.isClosed() ? refused('Unavailable') : parts.admission.admitFromSite(body, token);
}

/** Whom a bearer stands for in a conversation: who holds its token, or the site that opened it. */
async function pass(parts: ProtocolParts, token: Token, id: string): Promise<ProtocolOutcome<Holder>> {
  const { admission, isClosed } = parts;
  if (!admission.isSite(token)) return passByToken(parts, token, id);
  if (isClosed()) return refused('Unavailable');
  const holder = await admission.visitorOf(id);
  return holder === undefined ? refused('ConversationGone') : alive(parts, holder);
}

/** Whom the token stands for, when it is good for this conversation. A secret stands for nobody by itself. */
function passByToken(parts: ProtocolParts, token: Token, id?: string): ProtocolOutcome<Holder> {
  if (parts.isClosed()) return refused('Unavailable');
  return onward(parts.tokens.verify(token), (holder) =>
    id !== undefined && holder.conversation !== id ? refused('NotYours') : alive(parts, holder),
  );
}

const alive = ({ registry }: ProtocolParts, holder: Holder): ProtocolOutcome<Holder> =>
  registry.wasForgotten(holder.conversation) ? refused('ConversationGone') : done(holder);
