import { z } from 'zod';
import { Device } from '#domain/participant/device.ts';
import { StoreUnavailable } from '#store/store.ts';
import type { DirectLineAdapter } from './adapter.ts';
import type { Holder } from './admission/token.ts';
import type { Conversation, Parted } from './conversation/conversation.ts';
import type { Partings } from './conversation/partings.ts';
import type { Registry } from './conversation/registry.ts';
import { type ClientActivity, incoming, joined, resumed, stableId } from './incoming.ts';
import { done, type ProtocolOutcome, refused } from './outcome.ts';
import { forTheBot, Locale, type Received, receive } from './received.ts';

/** Where an operator reads that a turn failed. */
export interface Logger {
  error(fields: object, message: string): void;
}

export interface ExchangeParts {
  readonly registry: Registry;
  readonly adapter: DirectLineAdapter;
  /** Where conversations of other nodes are left; absent: there is no other. */
  readonly partings: Partings | undefined;
  readonly logger: Logger | undefined;
  readonly now: () => number;
  readonly newId: () => string;
}

const StartBody = z
  .object({
    locale: Locale.optional().catch(undefined),
    /** Our own page says it; other clients need not. */
    device: Device.exclude(['teams']).optional().catch(undefined),
  })
  .catch({});

/** The turns of conversations: greetings, and what people post. */
export class Exchange {
  readonly #parts: ExchangeParts;
  readonly #opening = new Map<string, Promise<Parted | undefined>>();

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  /** The conversation, once the bot has greeted the person; `anew` when this call began it. */
  async start(
    holder: Holder,
    body: unknown,
  ): Promise<ProtocolOutcome<{ conversation: Conversation; anew: boolean }>> {
    const conversation = await this.#open(holder);
    if (conversation === undefined) return refused('ConversationGone');
    const { locale, device } = StartBody.parse(body ?? {});
    if (locale !== undefined) conversation.locale = locale;
    if (device !== undefined) conversation.device = device;
    const { greeted: was, greeting, before } = conversation;
    const anew = !was && greeting === undefined && before === undefined;
    const greeted = await this.#greet(conversation, joined);
    return greeted.outcome === 'refused' ? greeted : done({ conversation, anew });
  }

  /** The conversation; after it left the memory, once the bot has said again where the person is. */
  async resume(holder: Holder, watermark?: string): Promise<ProtocolOutcome<Conversation>> {
    const conversation = await this.#open(holder);
    if (conversation === undefined) return refused('ConversationGone');
    conversation.goOn(watermark);
    if (conversation.greeted) return done(conversation);
    const greeted = await this.#greet(conversation, conversation.before === undefined ? resumed : joined);
    return greeted.outcome === 'refused' ? greeted : done(conversation);
  }

  /** Resolves when the turn is over; the same `clientActivityID` again gets the same answer, and no second turn. */
  async post(
    holder: Holder,
    body: unknown,
    caller?: string,
  ): Promise<ProtocolOutcome<{ readonly id: string }>> {
    const received = receive(body);
    if (received === undefined) return refused('BadArgument');
    const conversation = await this.#open(holder);
    if (conversation === undefined) return refused('ConversationGone');
    const name = received.channelData?.clientActivityID;
    // The same thing said again in a later conversation of theirs is no second turn either.
    const id = name === undefined ? this.#parts.newId() : stableId(holder.user, holder.consultation, name);
    if (!forTheBot.has(received.type)) return done({ id });
    const before = name === undefined ? undefined : conversation.posted.get(name);
    if (before !== undefined) return before;
    const posted = this.#turn(conversation, received, id, caller);
    if (name !== undefined) remember(conversation, name, posted);
    return posted;
  }

  /** What another node left of it; nothing where that cannot be looked up: they are told again where they are. */
  #left(id: string, partings: Partings): Promise<Parted | undefined> {
    return partings
      .take(id)
      .catch(() => undefined)
      .finally(() => this.#opening.delete(id));
  }

  /** The conversation as it is here, or as another node left it. */
  async #open(holder: Holder): Promise<Conversation | undefined> {
    const { registry, partings } = this.#parts;
    const id = holder.conversation;
    if (partings === undefined || registry.get(id) !== undefined) return registry.open(holder);
    const opening = this.#opening.get(id) ?? this.#left(id, partings);
    this.#opening.set(id, opening);
    return registry.open(holder, await opening);
  }

  async #turn(
    conversation: Conversation,
    received: Received,
    id: string,
    caller: string | undefined,
  ): Promise<ProtocolOutcome<{ readonly id: string }>> {
    if (conversation.before !== undefined) {
      const greeted = await this.#greet(conversation, joined);
      if (greeted.outcome === 'refused') return greeted;
    }
    const said = this.#incoming(conversation, received, id);
    if (said === undefined) return refused('BadArgument');
    if (received.locale != null) conversation.locale = received.locale;
    const heard = { ...said, ...(caller !== undefined && { caller }) };
    const ran = await this.#run(conversation, heard).finally(conversation.begin(id));
    if (ran.outcome === 'refused') return ran;
    // Its replies say where the person is: no greeting is due after them.
    conversation.greeted = true;
    return done({ id });
  }

  #incoming(conversation: Conversation, received: Received, id: string): ClientActivity | undefined {
    try {
      return incoming(conversation, received, id, new Date(this.#parts.now()));
    } catch {
      return undefined;
    }
  }

  async #greet(conversation: Conversation, how: typeof joined): Promise<ProtocolOutcome<true>> {
    if (conversation.greeted) return done(true);
    conversation.greeting ??= this.#run(conversation, how(conversation, new Date(this.#parts.now()))).then(
      (ran) => {
        conversation.greeting = undefined;
        if (ran.outcome === 'done') conversation.endGreeting();
        return ran;
      },
    );
    return conversation.greeting;
  }

  async #run(conversation: Conversation, turn: ClientActivity): Promise<ProtocolOutcome<true>> {
    const { adapter, logger } = this.#parts;
    const run = conversation.inTurn(() => adapter.run(conversation, turn));
    if (run === undefined) return refused('TooManyRequests');
    try {
      await run;
      return done(true);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: typeof error, message: '' };
      logger?.error(
        { failure: { name, message: message.slice(0, 500) }, conversation: conversation.holder.conversation },
        'turn failed',
      );
      return refused(error instanceof StoreUnavailable ? 'Unavailable' : 'BotError');
    }
  }
}

/** A turn that failed is not remembered, so that the same activity may be tried again. */
function remember(
  conversation: Conversation,
  name: string,
  posted: Promise<ProtocolOutcome<{ readonly id: string }>>,
) {
  conversation.posted.put(name, posted);
  posted.then(({ outcome }) => {
    if (outcome === 'refused' && conversation.posted.get(name) === posted) conversation.posted.drop(name);
  });
}
