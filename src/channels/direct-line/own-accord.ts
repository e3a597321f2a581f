import type { Activity } from 'botbuilder';
import type { ConversationBinding } from '../wire.ts';
import type { DirectLineAdapter } from './adapter.ts';
import { bindingOf } from './admission/binding-of.ts';
import type { Conversation } from './conversation/conversation.ts';
import type { Registry } from './conversation/registry.ts';

interface LiveConversation {
  readonly id: string;
  readonly user: string;
  readonly binding: ConversationBinding;
  /** What the person's device speaks. */
  readonly locale?: string;
  /** A socket listens. */
  readonly connected: boolean;
}

/** What the program does in conversations of its own accord. */
export interface OwnAccord {
  liveConversations(): readonly LiveConversation[];
  /** Whether it is in memory. */
  isLive(conversationId: string): boolean;
  /** Lets go of a conversation that lives on another node by now: its clients come back, and are taken there. */
  letGo(conversationId: string): void;
  /** Posts into a conversation; with the id of an earlier activity, in its place. False when it is not in memory. */
  post(conversationId: string, activity: Partial<Activity>): boolean;
  /**
   * Forgets what was said. A conversation with a turn at work goes on with what that turn says; any other is told
   * `endOfConversation`, its socket closed, and its token opens it no more.
   */
  forget(conversationId: string): void;
}

export function createOwnAccord(registry: Registry, adapter: DirectLineAdapter): OwnAccord {
  return {
    liveConversations: () => registry.all().map(described),
    isLive: (conversationId) => registry.get(conversationId) !== undefined,
    letGo: (conversationId) => registry.letGo(conversationId),
    post(conversationId, activity) {
      const conversation = registry.get(conversationId);
      if (conversation === undefined) return false;
      adapter.post(conversation, activity);
      return true;
    },
    forget(conversationId) {
      const conversation = registry.get(conversationId);
      if (conversation === undefined) return;
      conversation.purge();
      registry.weigh(conversation);
      if (conversation.queue.size > 0) return;
      adapter.post(conversation, { type: 'endOfConversation' });
      registry.forget(conversation);
    },
  };
}

function described({ holder, locale, connected }: Conversation): LiveConversation {
  return {
    id: holder.conversation,
    user: holder.user,
    binding: bindingOf(holder),
    ...(locale !== undefined && { locale }),
    connected,
  };
}
