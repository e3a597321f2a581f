import { z } from 'zod';
import type { IncomingActivity } from '#channels/wire.ts';

/**
 * Why an activity is not one of the bot's own tenant, for the log; nothing when it is, or when its channel knows no tenants.
 * A token says for which bot it is, never from where: whoever knows the bot's id, which is no secret, can put it in an app
 * of another tenant, and Azure brings what is said there to a bot of a single tenant as well. Teams names the tenant in all
 * that it brings, so an activity that names none is nobody's: it is refused too.
 */
export function foreign(activity: IncomingActivity, tenantId: string): string | undefined {
  if (activity.channelId !== 'msteams') return undefined;
  const from = activity.conversation.tenantId || Told.safeParse(activity.channelData).data?.tenant.id;
  if (!from) return 'no tenant named';
  return from.toLowerCase() === tenantId.toLowerCase() ? undefined : 'another tenant';
}

/** Where Teams names the tenant when the conversation does not. */
const Told = z.object({ tenant: z.object({ id: z.string() }) });
