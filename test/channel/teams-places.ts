import { randomUUID } from 'node:crypto';

/** The bot as Teams names it. */
export const bot = { id: '28:6f1d8b1e-3a56-4a6c-9d52-0c6b2f7f1a11', name: 'Trajectoires' };
export const tenant = '0a9c7c8e-1c1b-4f43-8a8e-2f5d2c3b4a5d';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

/** A person as Teams names them to this bot, and as they are known in Entra. */
export const person = (name = 'Camille', aadObjectId: string = randomUUID()): Person => ({
  id: `29:1${aadObjectId.replaceAll('-', '')}`,
  name,
  aadObjectId,
});

/** Where something is said: what an activity from there holds of it. */
export interface Where {
  readonly conversation: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly channelData: Readonly<Record<string, unknown>>;
}

interface Channel {
  readonly channel: string;
  /** The team's id is that of its first channel. */
  readonly team?: string;
  /** Id of the message that opened the thread; absent: the channel itself. */
  readonly thread?: string;
}

export const newChannel = () => `19:${randomUUID().replaceAll('-', '')}@thread.tacv2`;
export const newChat = () => `19:${randomUUID().replaceAll('-', '')}@thread.v2`;

export const inChannel = ({ channel, team = channel, thread }: Channel): Where => ({
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: tenant,
    id: thread === undefined ? channel : `${channel};messageid=${thread}`,
  },
  channelData: {
    teamsChannelId: channel,
    teamsTeamId: team,
    channel: { id: channel },
    team: { id: team },
    tenant: { id: tenant },
  },
});

export const inGroupChat = (chat: string): Where => ({
  conversation: { isGroup: true, conversationType: 'groupChat', tenantId: tenant, id: chat },
  channelData: { tenant: { id: tenant } },
});

export const inPrivate = (user: Person): Where => ({
  conversation: { conversationType: 'personal', tenantId: tenant, id: `a:1${user.aadObjectId}` },
  channelData: { tenant: { id: tenant } },
});
