import { hash } from 'node:crypto';
import { type Activity, ActivityTypes, RoleTypes } from 'botbuilder';
import type { IncomingActivity } from '../wire.ts';
import type { Conversation } from './conversation/conversation.ts';
import { jsonBytes } from './json-bytes.ts';
import type { Received } from './received.ts';

const channelId = 'directline';
const serviceUrl = 'urn:trajectoires:direct-line';
const bot = { id: 'trajectoires', name: 'Trajectoires', role: RoleTypes.Bot };

/** An activity for the bot, and what the log keeps of it. */
export interface ClientActivity {
  readonly activity: Partial<Activity> & Pick<IncomingActivity, 'asked' | 'unseen' | 'device'>;
  readonly echo?: Buffer;
  /** The network address that it came from, as far as it tells households apart. */
  readonly caller?: string;
}

/** What a client said, from whom and where its token says. Throws a RangeError when it is nested too deep to be written. */
export function incoming(
  conversation: Conversation,
  received: Received,
  id: string,
  now: Date,
): ClientActivity {
  const { type, localTimestamp } = received;
  const said = saidIn(received);
  const { asked } = received.channelData ?? {};
  const { from, conversation: place } = addressed(conversation);
  // A client may say its language once, when the conversation starts.
  const locale = received.locale ?? conversation.locale;
  const echo = {
    type,
    id,
    timestamp: now,
    localTimestamp: localTimestamp ?? undefined,
    channelId,
    from,
    conversation: place,
    ...said,
  };
  return {
    activity: {
      type,
      id,
      timestamp: now,
      ...(localTimestamp != null && { localTimestamp: new Date(localTimestamp) }),
      ...addressed(conversation),
      ...said,
      ...(locale !== undefined && { locale }),
      ...(asked !== undefined && { asked }),
      ...onDevice(conversation),
      ...(conversation.unseen.length > 0 && { unseen: [...conversation.unseen] }),
    },
    echo: jsonBytes(echo),
  };
}

function saidIn({ text, textFormat, name, value, locale, channelData }: Received) {
  return {
    ...(text != null && { text }),
    ...(textFormat != null && { textFormat }),
    ...(name != null && { name }),
    ...(value != null && { value }),
    ...(locale != null && { locale }),
    ...(channelData != null && { channelData }),
  };
}

/** The person comes in. */
export function joined(conversation: Conversation, now: Date): ClientActivity {
  const { from } = addressed(conversation);
  const type = ActivityTypes.ConversationUpdate;
  return { activity: { ...ours(conversation, type, now), membersAdded: [from] } };
}

/** The person is back after the conversation left the memory: the bot says again where they are. */
export function resumed(conversation: Conversation, now: Date): ClientActivity {
  return { activity: { ...ours(conversation, ActivityTypes.Event, now), name: 'resume' } };
}

/** An event under which the bot speaks of its own accord. */
export function continued(conversation: Conversation, id: string, now: Date): ClientActivity {
  return {
    activity: { ...ours(conversation, ActivityTypes.Event, now), id, name: 'ContinueConversation' },
  };
}

/** An id that is the same whenever the same thing is said again, also after a restart. */
export function stableId(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
}

function ours(conversation: Conversation, type: string, now: Date): ClientActivity['activity'] {
  const { locale, epoch, holder, parted } = conversation;
  // Said on this node for the first time, though its life began on another.
  const life = parted === undefined ? epoch : `${epoch} ${parted}`;
  return {
    type,
    id: stableId(holder.conversation, life, type),
    timestamp: now,
    ...addressed(conversation),
    ...(locale !== undefined && { locale }),
    ...onDevice(conversation),
  };
}

const onDevice = ({ device }: Conversation) => (device === undefined ? {} : { device });

function addressed({ holder }: Conversation) {
  return {
    channelId,
    serviceUrl,
    from: { id: holder.user, name: '', role: RoleTypes.User },
    recipient: bot,
    conversation: { id: holder.conversation, isGroup: false, conversationType: 'personal', name: '' },
  };
}
