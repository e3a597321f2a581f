import type { Answer, Logged } from './teams.ts';

/** An activity of the bot as people see it now. */
export interface Standing {
  readonly id: string;
  /** The conversation; of a channel, its thread. */
  readonly thread: string;
  readonly label?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A channel, which has threads; group and personal chats have none. */
const isChannel = (conversation: string) => /^19:[^;]*@thread\.(tacv2|skype)$/.test(conversation);
const whole = (conversation: string) => conversation.replace(/;messageid=.*$/, '');

/** What Teams keeps of its conversations, and what it answers. */
export function teamsConversations() {
  const places = new Map<string, Standing[]>();
  const members = new Map<string, readonly string[]>();
  let ids = 1_800_000_000_000;
  const newId = () => String(++ids);
  const activities = (conversation: string) => places.get(whole(conversation)) ?? [];

  function put(thread: string, { label, body = {} }: Partial<Logged>, id: string): string {
    const standing = { id, thread, ...(label !== undefined && { label }), body };
    places.set(whole(thread), [...activities(thread), standing]);
    return id;
  }

  /** What is posted to a channel itself opens a thread named after it. */
  function post(request: Logged): Answer {
    const { conversation, activity } = request;
    const id = newId();
    const thread = isChannel(conversation) ? `${conversation};messageid=${activity ?? id}` : conversation;
    return { status: 201, body: { id: put(thread, request, id) } };
  }

  function update({ conversation, activity, label, body = {} }: Logged): Answer {
    const before = activities(conversation).find(({ id }) => id === activity);
    if (before === undefined) return missing('ActivityNotFoundInConversation');
    const after = { id: before.id, thread: before.thread, ...(label !== undefined && { label }), body };
    const all = activities(conversation).map((one) => (one === before ? after : one));
    places.set(whole(conversation), all);
    return { status: 200, body: { id: before.id } };
  }

  function page({ conversation, query }: Logged): Answer {
    const all = members.get(whole(conversation)) ?? [];
    const from = Number(query.get('continuationToken') ?? 0);
    const to = from + Number(query.get('pageSize') ?? 200);
    const shown = all.slice(from, to).map((id) => ({ id, name: `Personne ${id}`, userRole: 'user' }));
    return {
      status: 200,
      body: { members: shown, ...(to < all.length && { continuationToken: String(to) }) },
    };
  }

  /** A new conversation: with one person, or a new thread of a channel. */
  function open({ body = {} }: Logged): Answer {
    const { channelData, members: people, activity } = body as Opening;
    const id = newId();
    const channel = channelData?.channel?.id;
    const thread = channel ? `${channel};messageid=${id}` : `a:${people?.[0]?.id ?? id}`;
    if (activity !== undefined) put(thread, { body: activity, ...labelled(activity) }, id);
    return { status: 201, body: { id: thread, activityId: id } };
  }

  const remove = (conversation: string, activity: string) =>
    places.set(
      whole(conversation),
      activities(conversation).filter(({ id }) => id !== activity),
    );

  return {
    remove,
    setMembers: (conversation: string, people: readonly string[]) =>
      void members.set(whole(conversation), people),
    standing: (conversation: string) =>
      activities(conversation).filter(
        ({ thread }) => conversation === whole(conversation) || thread === conversation,
      ),
    answer(request: Logged): Answer {
      const { method, conversation, activity } = request;
      if (method === 'MEMBERS') return page(request);
      if (method === 'POST') return conversation === '' ? open(request) : post(request);
      if (method === 'PUT') return update(request);
      if (method !== 'DELETE' || activity === undefined) return { status: 405 };
      remove(conversation, activity);
      return { status: 200 };
    },
  };
}

interface Opening {
  readonly channelData?: { readonly channel?: { readonly id: string } };
  readonly members?: readonly { readonly id: string }[];
  readonly activity?: Readonly<Record<string, unknown>>;
}

const labelled = ({ label }: Readonly<Record<string, unknown>>) =>
  typeof label === 'string' ? { label } : {};
const missing = (code: string): Answer => ({ status: 404, body: { error: { code, message: code } } });
