import type { Grant, TokenAdmission } from './admission.ts';
import type { ClientSocket, SocketSigns } from './client-socket.ts';
import type { Exchange } from './exchange.ts';
import { done, onward, onwardAsync, type ProtocolOutcome, refused } from './outcome.ts';
import type { Registry } from './registry.ts';
import type { Holder, Tokens } from './token.ts';

/** A conversation taken up; `anew` when this call began it. */
interface Started extends Grant {
  readonly anew: boolean;
}

type Token = string | undefined;

/** What the holder of a token may ask for. */
export interface Protocol {
  refreshToken(token: Token): ProtocolOutcome<Grant>;
  startConversation(token: Token, body?: unknown): Promise<ProtocolOutcome<Started>>;
  reconnect(token: Token, conversationId: string): Promise<ProtocolOutcome<Grant>>;
  /** Resolves once the turn is over, its replies in the log. `caller`: the network address it came from, by household. */
  postActivity(
    token: Token,
    conversationId: string,
    body: unknown,
    caller?: string,
  ): Promise<ProtocolOutcome<{ readonly id: string }>>;
  /** The activity set after a watermark, as JSON. */
  activities(token: Token, conversationId: string, watermark?: string): Promise<ProtocolOutcome<Buffer>>;
  /** The way to attach a socket, once the conversation is there. */
  listen(
    token: Token,
    conversationId: string,
  ): Promise<ProtocolOutcome<(socket: ClientSocket, watermark?: string) => SocketSigns>>;
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
  const resumed = async (token: Token, id: string) =>
    onwardAsync(pass(parts, token, id), (holder) => exchange.resume(holder));
  return {
    refreshToken: (token) => onward(pass(parts, token), (holder) => done(admission.renew(holder))),
    session: (token) => onward(pass(parts, token), ({ conversation }) => done({ sessionId: conversation })),
    startConversation: (token, body) =>
      onwardAsync(pass(parts, token), async (holder) =>
        onward(await exchange.start(holder, body), ({ anew }) => done({ ...admission.renew(holder), anew })),
      ),
    reconnect: async (token, id) =>
      onward(await resumed(token, id), ({ holder }) => done(admission.renew(holder))),
    postActivity: (token, id, body, caller) =>
      onwardAsync(pass(parts, token, id), (holder) => exchange.post(holder, body, caller)),
    activities: async (token, id, watermark) =>
      onward(await resumed(token, id), (conversation) => done(conversation.since(watermark))),
    listen: async (token, id) =>
      onward(await resumed(token, id), (conversation) =>
        done((socket, watermark) =>
          conversation.attach(socket, watermark, () => registry.touch(conversation)),
        ),
      ),
  };
}

/** Whom the token stands for, when it is good for this conversation. */
function pass(
  { tokens, registry, isClosed }: ProtocolParts,
  token: Token,
  id?: string,
): ProtocolOutcome<Holder> {
  if (isClosed()) return refused('Unavailable');
  return onward(tokens.verify(token), (holder) => {
    if (id !== undefined && holder.conversation !== id) return refused('NotYours');
    return registry.wasForgotten(holder.conversation) ? refused('ConversationGone') : done(holder);
  });
}
