import { z } from 'zod';

/** BCP 47, as devices write it. */
export const Locale = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/);

/** What a client may say of its activity: the rest (who, where, to whom) comes from its token. */
const Received = z.object({
  type: z.string().min(1).max(40),
  text: z.string().nullish(),
  textFormat: z.string().max(20).nullish(),
  name: z.string().max(200).nullish(),
  value: z.unknown().optional(),
  // A device with a strange clock or language still speaks.
  locale: Locale.nullish().catch(undefined),
  localTimestamp: z.iso.datetime({ offset: true }).nullish().catch(undefined),
  channelData: z
    .looseObject({
      clientActivityID: z.string().min(1).max(200).optional(),
      /** What the client had asked last as this was said; one that speaks of something else here is no worse off. */
      asked: z.string().max(100).optional().catch(undefined),
    })
    .nullish(),
});
export type Received = z.infer<typeof Received>;

/** The activity in a request's body; nothing when it is none. */
export function receive(body: unknown): Received | undefined {
  return Received.safeParse(body).data;
}

/** The kinds that the bot is given. */
export const forTheBot: ReadonlySet<string> = new Set(['message', 'event']);
