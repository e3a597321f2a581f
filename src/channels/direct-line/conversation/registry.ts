import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import type { Holder } from '../admission/token.ts';
import type { DirectLineLimits } from '../limits.ts';
import { Conversation, type Greeted, type Parted } from './conversation.ts';

/** The conversations in memory, the one longest without a sign of life first. */
export class Registry {
  readonly #live = new Map<string, Conversation>();
  readonly #forgotten = new BoundedMap<true>(10_000);
  readonly #greeted = new BoundedMap<Greeted>(10_000);
  readonly #limits: DirectLineLimits;
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #weights = new WeakMap<Conversation, number>();
  #bytes = 0;

  constructor(limits: DirectLineLimits, now: () => number, newId: () => string) {
    this.#limits = limits;
    this.#now = now;
    this.#newId = newId;
  }

  get(id: string): Conversation | undefined {
    return this.#live.get(id);
  }

  all(): readonly Conversation[] {
    return [...this.#live.values()];
  }

  /** Conversations in memory, sockets open, and turns that wait behind another. */
  counts(): { readonly conversations: number; readonly sockets: number; readonly waiting: number } {
    let [sockets, waiting] = [0, 0];
    for (const conversation of this.#live.values()) {
      sockets += conversation.listeners.size;
      waiting += Math.max(0, conversation.queue.size - 1);
    }
    return { conversations: this.#live.size, sockets, waiting };
  }

  /** The conversation in memory, or a new life of it, or the one that it had on another node; nothing when it was forgotten. */
  open(holder: Holder, parted?: Parted): Conversation | undefined {
    const id = holder.conversation;
    if (this.#forgotten.get(id)) return undefined;
    const found = this.#live.get(id);
    if (found !== undefined) {
      this.touch(found);
      return found;
    }
    this.sweep();
    const life = parted ?? this.#greeted.get(id) ?? { epoch: this.#newId() };
    this.#greeted.drop(id);
    const conversation = new Conversation(holder, life, this.#limits, this.#now());
    this.#live.set(id, conversation);
    if (this.#live.size > this.#limits.conversations) this.#evictOne(conversation);
    return conversation;
  }

  wasForgotten(id: string): boolean {
    return this.#forgotten.get(id) === true;
  }

  /** A sign of life. */
  touch(conversation: Conversation): void {
    conversation.seenAt = this.#now();
    const { conversation: id } = conversation.holder;
    if (this.#live.get(id) !== conversation) return;
    this.#live.delete(id);
    this.#live.set(id, conversation);
  }

  /** To be called once a conversation has grown or shrunk. */
  weigh(conversation: Conversation): void {
    if (this.#live.get(conversation.holder.conversation) !== conversation) return;
    this.#bytes += conversation.log.bytes - (this.#weights.get(conversation) ?? 0);
    this.#weights.set(conversation, conversation.log.bytes);
    while (this.#bytes > this.#limits.allBytes && this.#evictOne(conversation));
  }

  /** Lets go of the conversations that show no sign of life. */
  sweep(): void {
    const since = this.#now() - this.#limits.idle;
    for (const conversation of this.#live.values()) {
      if (conversation.seenAt > since) return;
      this.#remove(conversation, 'The conversation sleeps');
    }
  }

  /** Lets go of those in which nobody wrote and nobody listens, but for what says the same again. */
  sweepSilent(): void {
    const since = this.#now() - this.#limits.silent;
    for (const conversation of this.#live.values()) {
      if (conversation.seenAt > since) return;
      const { rest } = conversation;
      if (rest === undefined) continue;
      this.#remove(conversation, 'The conversation sleeps');
      this.#greeted.put(conversation.holder.conversation, rest);
    }
  }

  forget(conversation: Conversation): void {
    this.#forgotten.put(conversation.holder.conversation, true);
    this.#greeted.drop(conversation.holder.conversation);
    this.#remove(conversation, 'What was said here is erased');
  }

  letGo(id: string): void {
    const conversation = this.#live.get(id);
    if (conversation !== undefined) this.#remove(conversation, 'The conversation goes on elsewhere');
  }

  clear(): void {
    for (const conversation of this.#live.values())
      conversation.listeners.hangUp(1001, 'The server is stopping');
    this.#live.clear();
    this.#bytes = 0;
  }

  /** Lets go of the oldest conversation with no turn at work, or of the oldest; never of the one spared. */
  #evictOne(spared: Conversation): boolean {
    let oldest: Conversation | undefined;
    for (const conversation of this.#live.values()) {
      if (conversation === spared) continue;
      oldest ??= conversation;
      if (conversation.queue.size > 0) continue;
      oldest = conversation;
      break;
    }
    if (oldest === undefined) return false;
    this.#remove(oldest, 'The conversation sleeps');
    return true;
  }

  #remove(conversation: Conversation, reason: string): void {
    this.#live.delete(conversation.holder.conversation);
    this.#bytes -= this.#weights.get(conversation) ?? 0;
    this.#weights.delete(conversation);
    conversation.listeners.hangUp(1000, reason);
  }
}
