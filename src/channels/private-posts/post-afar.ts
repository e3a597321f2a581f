import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Reference } from '#domain/records/records.ts';
import type { Store } from '#store/store.ts';
import type { Post, ReplyTo } from '../post-result.ts';
import { outbound } from '../turns/outbound.ts';
import type { Views } from '../views.ts';
import { Address, type ConnectorClient } from '../wire.ts';

/** Conversations posted to at the same time: well under what Teams allows an app. */
const atOnce = 10;

export interface AfarParts {
  readonly line: ConnectorClient;
  readonly store: Store;
  readonly views: Views;
}

/** What tells in a conversation that it has what is posted: under which name, and the time of what is posted. */
interface PostMark {
  readonly name: 'published' | 'round';
  readonly of: (consultation: Consultation) => string | undefined;
}

export const resultMark: PostMark = { name: 'published', of: ({ publishedAt }) => publishedAt };
export const roundMark: PostMark = { name: 'round', of: ({ round }) => round?.openedAt };

/** Posts something into the private Bot Framework conversations of a consultation that do not have it yet. */
export function postAfar(parts: AfarParts, mark = resultMark): Post {
  const { store } = parts;
  return async (consultation, replyTo) => {
    let [reached, behind] = [0, 0];
    const waiting = conversations(consultation);
    const worker = async () => {
      for await (const reference of waiting) {
        const told = await tellOwn(reference, consultation, replyTo, parts);
        if (told === 'later') behind += 1;
        if (told !== 'told' && told !== 'nothing') continue;
        await note(reference.id, { [mark.name]: mark.of(consultation) ?? '' }, parts);
        if (told === 'told') reached += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return { reached, behind };
  };

  async function* conversations(consultation: Consultation): AsyncGenerator<Reference> {
    for await (const { record } of store.changes('reference', 0)) {
      if (record?.consultation !== consultation.id || record.group || record.stopped) continue;
      if (record[mark.name] !== mark.of(consultation)) yield record;
    }
  }
}

/** Says something in a private conversation, in the person's language; a channel that refuses for good is left alone (`never`). */
export async function tell(
  record: Reference,
  consultation: Consultation,
  reply: Reply,
  parts: AfarParts,
): Promise<'told' | 'never' | 'later'> {
  const told = await tellOwn(record, consultation, () => reply, parts);
  return told === 'nothing' ? 'never' : told;
}

/** The same, to each what is for them; `nothing`: nothing is. */
async function tellOwn(
  record: Reference,
  consultation: Consultation,
  replyTo: ReplyTo,
  parts: AfarParts,
): Promise<'told' | 'never' | 'later' | 'nothing'> {
  const { data: address } = Address.safeParse(record.reference);
  if (address === undefined) return 'never';
  const id = record.participant;
  const person = id === undefined ? undefined : await parts.store.load('participant', id);
  const reply = replyTo(person);
  if (reply === undefined) return 'nothing';
  const language = person?.language ?? consultation.language;
  const activity = outbound(reply, parts.views.of(consultation, language, address.channelId));
  const sent = await parts.line.post(address, activity);
  if (sent.outcome === 'sent') return 'told';
  if (sent.outcome === 'failed') return 'later';
  await note(record.id, { stopped: true }, parts);
  return 'never';
}

/** Notes something about a conversation, unless it was forgotten meanwhile. */
async function note(
  id: string,
  change: Pick<Reference, 'published' | 'round' | 'stopped'>,
  { store }: AfarParts,
): Promise<void> {
  await store.update('reference', id, (record) => record && { ...record, ...change });
}
