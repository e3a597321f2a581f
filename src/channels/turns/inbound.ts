import { z } from 'zod';
import type { Event } from '#domain/conversation/event.ts';
import type { ChannelAccount, IncomingActivity } from '../wire.ts';
import { spokenWords } from './spoken-words.ts';

/** What an activity says happened. */
export type Happening =
  /** Somebody did something; `by`: the way it came, which is the way it is answered. */
  | { readonly kind: 'did'; readonly by: 'message' | 'card' | 'dialog'; readonly event: Event }
  /** A private conversation begins; a channel may say so in several ways. */
  | { readonly kind: 'arrived' }
  /** Somebody changed or took back a message of theirs. */
  | { readonly kind: 'rewritten' }
  /** People came to a group conversation, or left it. */
  | { readonly kind: 'people' }
  /** The assistant is let in, or let go. */
  | { readonly kind: 'let-in' }
  | { readonly kind: 'let-go' };

/** What happened; nothing for what the conversation does not take. */
export function inbound(activity: IncomingActivity): Happening | undefined {
  switch (activity.type) {
    case 'message':
      return did('message', message(activity));
    case 'conversationUpdate':
      return updated(activity);
    case 'installationUpdate':
      return installed(activity);
    case 'event':
      return activity.name === 'resume' ? did('message', { kind: 'joined' }) : undefined;
    case 'invoke':
      return invoked(activity);
    case 'messageUpdate':
    case 'messageDelete':
      return { kind: 'rewritten' };
    default:
      return undefined;
  }
}

const did = (by: 'message' | 'card' | 'dialog', event: Event): Happening => ({ kind: 'did', by, event });

function message(activity: IncomingActivity): Event {
  const { value } = activity;
  if (value !== undefined && value !== null) return { kind: 'submit', value };
  const { asked } = activity;
  return { kind: 'text', text: spokenWords(activity), ...(typeof asked === 'string' && { asked }) };
}

/** In a group, who comes and goes; in private, the person's own coming. */
function updated(activity: IncomingActivity): Happening | undefined {
  const { recipient, conversation } = activity;
  const [membersAdded, membersRemoved] = [activity.membersAdded ?? [], activity.membersRemoved ?? []];
  const isOurs = ({ id }: ChannelAccount) => id === recipient?.id;
  if (membersRemoved.some(isOurs)) return { kind: 'let-go' };
  if (!conversation.isGroup) {
    if (!membersAdded.every(isOurs)) return { kind: 'arrived' };
    return membersAdded.length > 0 ? arrived(activity) : undefined;
  }
  if (membersAdded.some(isOurs)) return { kind: 'let-in' };
  return membersAdded.length + membersRemoved.length > 0 ? { kind: 'people' } : undefined;
}

/** An upgrade takes the assistant away and puts it back at once (`…-upgrade`): nothing changes for people. */
function installed(activity: IncomingActivity): Happening | undefined {
  if (activity.action === 'remove') return { kind: 'let-go' };
  return activity.action === 'add' && !activity.conversation.isGroup ? arrived(activity) : undefined;
}

/** Somebody is there to talk with; where a channel speaks for the assistant itself, nobody is known yet. */
const arrived = ({ from, recipient }: IncomingActivity): Happening | undefined =>
  from.id === recipient?.id ? undefined : { kind: 'arrived' };

/** A button of a card in Teams (Universal Actions): `value.action.data` holds the button's data and the inputs. */
const CardAction = z.object({ action: z.object({ data: z.unknown() }) });

/** A button that opens a dialog of Teams, or one within it: `value.data` holds the button's data and the inputs. */
const DialogAction = z.object({ data: z.unknown() });

function invoked({ name, value }: IncomingActivity): Happening | undefined {
  switch (name) {
    case 'adaptiveCard/action':
      return did('card', { kind: 'submit', value: CardAction.safeParse(value).data?.action.data });
    case 'task/fetch':
    case 'task/submit':
      return did('dialog', { kind: 'submit', value: DialogAction.safeParse(value).data?.data });
    default:
      return undefined;
  }
}
