import type { Address } from '#channels/wire.ts';
import type { Connector, MembersPage } from './connector.ts';
import type { Persisted } from './persist.ts';

type Read = (connector: Connector, abortSignal: AbortSignal) => Promise<MembersPage>;

/** Ids of the people in a conversation, page after page; nothing once they are more than `most`, or when it is not told. */
export async function roster(
  { conversation, bot }: Address,
  most: number,
  request: (read: Read) => Promise<Persisted<MembersPage>>,
): Promise<readonly string[] | undefined> {
  // A thread has the members of its channel.
  const whole = conversation.id.replace(/;messageid=.*$/, '');
  // One more tells that they are too many; the bot may be among them.
  const pageSize = Math.min(Math.max(most + 2, smallestPage), largestPage);
  const people = new Set<string>();
  let token: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const options = { pageSize, ...(token !== undefined && { continuationToken: token }) };
    const page = await request(({ conversations }, abortSignal) =>
      conversations.getConversationPagedMembers(whole, { ...options, abortSignal }),
    );
    if (page.outcome !== 'done') return undefined;
    for (const { id } of page.value.members ?? []) if (id !== bot.id) people.add(id);
    if (people.size > most) return undefined;
    token = page.value.continuationToken;
    if (!token) return [...people];
  }
  return undefined;
}

/** What Teams takes. */
const smallestPage = 50;
const largestPage = 500;
/** A channel that never comes to an end does not tell. */
const mostPages = 40;
