import type { ConversationReference } from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Reference } from '#domain/records.ts';
import type { Store } from '#store/store.ts';
import type { TrustingAdapter } from './cloud/adapter.ts';
import { outbound } from './outbound.ts';
import type { Post } from './publish.ts';
import type { Views } from './views.ts';

/** Conversations posted to at the same time: well under what Teams allows an app. */
const atOnce = 10;

/** Milliseconds that one conversation may hold up the others, the waits that a channel asks for included. */
const defaultPatience = 30_000;

interface Parts {
  readonly adapter: TrustingAdapter;
  readonly store: Store;
  readonly views: Views;
  readonly log: Logger;
  readonly patience?: number;
}

/** Posts into the Bot Framework conversations of a consultation, group conversations included. */
export function postAfar({ adapter, store, views, log, patience = defaultPatience }: Parts): Post {
  return async (consultation, reply) => {
    let reached = 0;
    const waiting = conversations(consultation.id);
    const worker = async () => {
      for await (const reference of waiting) if (await deliver(reference)) reached += 1;
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return reached;

    async function deliver(record: Reference): Promise<boolean> {
      const reference = Sent.safeParse(record.reference);
      if (!reference.success) return false;
      const id = record.participant;
      const person = id === undefined ? undefined : await store.load('participant', id);
      const language = person?.language ?? consultation.language;
      const activity = outbound(reply, views.of(consultation, language, reference.data.channelId ?? ''));
      try {
        const sent = adapter.continueConversationAsync(adapter.appId, reference.data, async (context) => {
          await context.sendActivity(activity);
        });
        return await within(patience, sent);
      } catch (error) {
        log.warn(
          { status: statusOf(error), channel: reference.data.channelId },
          'a conversation was not reached',
        );
        if (statusOf(error) === 403) await store.save('reference', { ...record, stopped: true });
        return false;
      }
    }
  };

  async function* conversations(consultation: string): AsyncGenerator<Reference> {
    for await (const { record } of store.changes('reference', 0)) {
      if (record?.consultation === consultation && !record.stopped) yield record;
    }
  }
}

/** True once it is done; throws what it throws, or that it takes too long. */
async function within(patience: number, work: Promise<void>): Promise<true> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('The channel does not answer')), patience);
  await Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
  return true;
}

/** A conversation reference as it was kept: botbuilder wrote it. */
const Sent = z.custom<Partial<ConversationReference>>(
  (value) => z.looseObject({ channelId: z.string(), serviceUrl: z.string() }).safeParse(value).success,
);

/** The HTTP status with which a channel refused (403: it takes no more messages from us). */
function statusOf(error: unknown): number | undefined {
  return z.object({ statusCode: z.number() }).safeParse(error).data?.statusCode;
}
