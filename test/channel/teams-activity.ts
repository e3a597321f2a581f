import { randomUUID } from 'node:crypto';
import { bot, inChannel, inGroupChat, inPrivate, type Person, type Where } from './teams-places.ts';

/** What every activity from Teams says: from which service, whom, and where. */
interface Said {
  /** The service's address. */
  readonly service: string;
  readonly user: Person;
  readonly id?: string;
  /** Of Teams' interface. */
  readonly locale?: string;
}
type There = Said & { readonly where: Where };

let written = 1_700_000_000_000;
/** A message's id is the time it was written at, in milliseconds. */
const messageId = () => String(++written);

const activity = (type: string, { service, user, where, locale = 'fr-FR', id }: There) => ({
  type,
  id: id ?? `f:${randomUUID()}`,
  channelId: 'msteams',
  serviceUrl: service,
  timestamp: new Date().toISOString(),
  from: user,
  recipient: bot,
  conversation: where.conversation,
  channelData: where.channelData,
  locale,
  entities: [{ type: 'clientInfo', locale, country: 'FR', platform: 'Web', timezone: 'Europe/Paris' }],
});

interface Written {
  readonly text: string;
}

/** Words in a conversation. In a channel or group chat the bot is mentioned, or Teams would not bring them. */
function message({ text, ...said }: There & Written) {
  const base = activity('message', { ...said, id: said.id ?? messageId() });
  const common = { ...base, textFormat: 'plain' };
  if (said.where.conversation.isGroup !== true) return { ...common, text };
  const at = `<at>${bot.name}</at>`;
  const mention = { type: 'mention', mentioned: bot, text: at };
  return { ...common, text: `${at} ${text}`, entities: [mention, ...base.entities] };
}

/** A new thread, unless one is named. */
export function channelMessage(
  more: Said & Written & { readonly channel: string; readonly team?: string; readonly thread?: string },
) {
  const { channel, team, id = messageId(), thread = id, ...said } = more;
  const where = inChannel({ channel, thread, ...(team !== undefined && { team }) });
  return message({ ...said, id, where });
}

export const groupMessage = ({ chat, ...said }: Said & Written & { readonly chat: string }) =>
  message({ ...said, where: inGroupChat(chat) });

export const personalMessage = (said: Said & Written) => message({ ...said, where: inPrivate(said.user) });

interface OnCard {
  /** Absent: in private. */
  readonly where?: Where;
  /** The message that holds the card. */
  readonly card?: string;
}

function invoke(name: string, { card, ...said }: Said & OnCard, value: unknown) {
  const base = activity('invoke', { where: inPrivate(said.user), ...said });
  return { ...base, name, value, ...(card !== undefined && { replyToId: card }) };
}

type Data = Said & OnCard & { readonly data: unknown };
const context = { theme: 'default' };

/** A button that opens a dialog was pressed. */
export const taskFetch = ({ data, ...said }: Data) => invoke('task/fetch', said, { data, context });
/** A card in a dialog was sent. */
export const taskSubmit = ({ data, ...said }: Data) => invoke('task/submit', said, { data, context });

interface Executed {
  readonly verb: string;
  /** `automatic`: the card refreshes itself. */
  readonly trigger?: 'manual' | 'automatic';
}

/** An `Action.Execute` of a card in the conversation. */
export const cardAction = ({ verb, trigger = 'manual', data, ...said }: Data & Executed) =>
  invoke('adaptiveCard/action', said, { action: { type: 'Action.Execute', verb, data }, trigger });

interface Moved {
  /** People, or the bot itself. */
  readonly who: readonly { readonly id: string }[];
}

const moved = (key: 'membersAdded' | 'membersRemoved', event: string, { who, ...said }: There & Moved) => {
  const base = activity('conversationUpdate', said);
  const eventType = said.where.conversation.conversationType === 'channel' ? { eventType: event } : {};
  return { ...base, channelData: { ...base.channelData, ...eventType }, [key]: who };
};

export const membersAdded = (said: There & Moved) => moved('membersAdded', 'teamMemberAdded', said);
export const membersRemoved = (said: There & Moved) => moved('membersRemoved', 'teamMemberRemoved', said);

/** The app comes to a person, a team or a chat, or leaves. */
export const installed = (said: There) => ({ ...activity('installationUpdate', said), action: 'add' });
export const uninstalled = (said: There) => ({ ...activity('installationUpdate', said), action: 'remove' });

/** A message that came before, put otherwise: it keeps its id. */
export function messageEdited(said: There & Written & { readonly id: string }) {
  const edited = message(said);
  return {
    ...edited,
    type: 'messageUpdate',
    channelData: { ...edited.channelData, eventType: 'editMessage' },
  };
}

export function messageDeleted(said: There & { readonly id: string }) {
  const deleted = activity('messageDelete', said);
  return { ...deleted, channelData: { ...deleted.channelData, eventType: 'softDeleteMessage' } };
}

/** To a message of the bot. */
export const messageReaction = ({ to, ...said }: There & { readonly to: string }) => ({
  ...activity('messageReaction', said),
  replyToId: to,
  reactionsAdded: [{ type: 'like' }],
});
