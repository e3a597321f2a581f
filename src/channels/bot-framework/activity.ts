import type { Activity } from 'botbuilder';
import { z } from 'zod';

const Id = z.string().min(1).max(2000);
const Account = z.looseObject({ id: Id, name: z.string().max(1000).nullish() });
const Time = z.iso.datetime({ offset: true }).nullish();

/** What an activity must have for a turn to be taken; the rest is passed on as the channel sent it. */
const Incoming = z.looseObject({
  type: z.string().min(1).max(100),
  id: Id,
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(2000),
  from: Account,
  recipient: Account.optional(),
  conversation: z.looseObject({
    id: Id,
    isGroup: z.boolean().nullish(),
    tenantId: z.string().max(100).nullish(),
  }),
  name: z.string().max(200).nullish(),
  text: z.string().nullish(),
  locale: z.string().max(100).nullish(),
  deliveryMode: z.string().max(40).nullish(),
  replyToId: z.string().max(2000).nullish(),
  membersAdded: z.array(Account).max(1000).nullish(),
  membersRemoved: z.array(Account).max(1000).nullish(),
  attachments: z.array(z.looseObject({})).max(100).nullish(),
  entities: z
    .array(z.looseObject({ type: z.string().max(200) }))
    .max(250)
    .nullish(),
  timestamp: Time,
  localTimestamp: Time,
  expiration: Time,
});

/** The activity in a request's body; nothing when it is none. Its length is bounded by the server. */
export function readActivity(body: unknown): Activity | undefined {
  if (!isActivity(body)) return undefined;
  // Times come as text; the SDK's type holds dates.
  return {
    ...body,
    ...(body.timestamp && { timestamp: new Date(body.timestamp) }),
    ...(body.localTimestamp && { localTimestamp: new Date(body.localTimestamp) }),
    ...(body.expiration && { expiration: new Date(body.expiration) }),
  };
}

/** The SDK's type asks for fields that no channel always sends; those that the code relies on are checked. */
function isActivity(body: unknown): body is Activity {
  return Incoming.safeParse(body).success;
}
