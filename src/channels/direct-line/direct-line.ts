import { randomUUID } from 'node:crypto';
import type { BotAdapter, TurnContext } from 'botbuilder';
import { createInProcessMemory } from '#store/shared/in-process-memory.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { ConversationBinding } from '../wire.ts';
import { DirectLineAdapter } from './adapter.ts';
import { type Asker, type Door, type Grant, TokenAdmission } from './admission/admission.ts';
import { Tokens } from './admission/token.ts';
import { createVisitors } from './admission/visitors.ts';
import { createPartings } from './conversation/partings.ts';
import { Registry } from './conversation/registry.ts';
import { Exchange, type Logger } from './exchange.ts';
import { type DirectLineLimits, defaultLimits } from './limits.ts';
import { type ProtocolOutcome, refused } from './outcome.ts';
import { createOwnAccord, type OwnAccord } from './own-accord.ts';
import { createProtocol, type Protocol } from './protocol.ts';

export interface DirectLineOptions extends Door {
  /** Signs the tokens. */
  readonly secret: string;
  /** The bearer secret of other sites; the one that signs, when absent. */
  readonly siteSecret?: string;
  readonly onTurn: (context: TurnContext) => Promise<void>;
  /** Where it is remembered whose the conversations of other sites are; absent: in this process alone. */
  readonly memory?: SharedMemory;
  /** Whether other nodes share that memory, which go on with the conversations that are left here at a stop. */
  readonly isShared?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Ids that nobody guesses. */
  readonly newId?: () => string;
  readonly logger?: Logger;
  readonly limits?: Partial<DirectLineLimits>;
}

/** Direct Line 3.0 within this process, free of HTTP. */
export interface DirectLine extends Protocol, OwnAccord {
  readonly adapter: BotAdapter;
  /** Who asks with the body of `tokens/generate`. */
  asker(body: unknown, bearer: string | undefined): Asker;
  /** A token for whoever asks with the body of `tokens/generate`. */
  admit(body: unknown, bearer: string | undefined): Promise<ProtocolOutcome<Grant>>;
  /** A token for a new conversation; without a user, for somebody new. */
  generateToken(binding: ConversationBinding, user?: string): Grant;
  /** Which conversation a bearer may speak in: their token's, which is the one that is named if any is; or, with a site's secret, any. */
  conversationOf(bearer: string | undefined, named?: string): string | undefined;
  /** Conversations in memory, sockets open, and turns behind another of the same conversation. */
  counts(): { readonly conversations: number; readonly sockets: number; readonly waiting: number };
  /** Leaves its conversations to other nodes, once no more is brought here; the turns at work end first. */
  part(): Promise<void>;
  /** Takes no more, waits for the turns at work and says goodbye to the sockets. */
  close(): Promise<void>;
}

const sweepEvery = 10_000;

export function createDirectLine(options: DirectLineOptions): DirectLine {
  const { secret, onTurn, logger, now = Date.now, newId = randomUUID } = options;
  const registry = new Registry({ ...defaultLimits, ...options.limits }, now, newId);
  const tokens = new Tokens(secret, now);
  const { memory = createInProcessMemory(now) } = options;
  const visitors = createVisitors(memory);
  const admission = new TokenAdmission(tokens, options, visitors, options.siteSecret ?? secret, now, newId);
  const adapter = new DirectLineAdapter(registry, onTurn, now, newId);
  const partings = options.isShared ? createPartings(memory) : undefined;
  const exchange = new Exchange({ registry, adapter, partings, logger, now, newId });
  const sweeping = setInterval(() => {
    registry.sweep();
    registry.sweepSilent();
  }, sweepEvery).unref();
  let closed = false;
  const isClosed = () => closed;
  return {
    ...createProtocol({ tokens, admission, registry, exchange, isClosed }),
    ...createOwnAccord(registry, adapter),
    adapter,
    asker: (body, bearer) => admission.asker(body, bearer),
    admit: async (body, bearer) => (closed ? refused('Unavailable') : admission.admit(body, bearer)),
    conversationOf(bearer, named) {
      if (admission.isSite(bearer)) return named;
      const verified = tokens.verify(bearer);
      const its = verified.outcome === 'done' ? verified.value.conversation : undefined;
      return named === undefined || its === named ? its : undefined;
    },
    generateToken: (binding, user) => admission.generate(binding, user),
    counts: () => registry.counts(),
    async part() {
      if (partings === undefined) return;
      const parted = registry.all().map(async (conversation) => {
        await conversation.queue.drained();
        // Whoever does not find it there is told again where they are.
        if (conversation.connected) await partings.leave(conversation).catch(() => undefined);
        registry.letGo(conversation.holder.conversation);
      });
      await Promise.all(parted);
    },
    async close() {
      closed = true;
      clearInterval(sweeping);
      await Promise.all(registry.all().map(({ queue }) => queue.drained()));
      registry.clear();
    },
  };
}
