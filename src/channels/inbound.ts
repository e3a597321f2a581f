import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import type { Event } from '#domain/event.ts';

/** The longest text looked at; what is beyond is too long in any case. */
const longestSeen = 20_000;

/** What an activity says the person did; nothing for what the conversation does not take. */
export function inbound(activity: Partial<Activity>): Event | undefined {
  switch (activity.type) {
    case ActivityTypes.Message:
      return message(activity);
    case ActivityTypes.ConversationUpdate:
      return joins(activity) ? { kind: 'joined' } : undefined;
    case ActivityTypes.Event:
      return activity.name === 'resume' ? { kind: 'joined' } : undefined;
    case ActivityTypes.Invoke:
      return invoked(activity);
    default:
      return undefined;
  }
}

function message(activity: Partial<Activity>): Event {
  if (activity.value !== undefined && activity.value !== null)
    return { kind: 'submit', value: activity.value };
  return { kind: 'text', text: withoutMentions(activity).slice(0, longestSeen) };
}

/** In a channel people speak to the bot by its name: the name is no part of what they say. */
function withoutMentions({ text, entities, recipient }: Partial<Activity>): string {
  const names = (entities ?? []).flatMap((entity) => {
    const { data: mention } = Mention.safeParse(entity);
    return mention !== undefined && mention.mentioned.id === recipient?.id ? [mention.text] : [];
  });
  return names.reduce((rest, name) => rest.replace(name, '').trim(), text ?? '');
}

/** An entity that names somebody, as it stands in the text. */
const Mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  text: z.string(),
});

function joins({ membersAdded, recipient }: Partial<Activity>): boolean {
  return membersAdded?.some(({ id }) => id !== recipient?.id) ?? false;
}

/** A button of a card in Teams (Universal Actions): `value.action.data` holds the button's data and the inputs. */
const CardAction = z.object({ action: z.object({ data: z.unknown() }) });

function invoked(activity: Partial<Activity>): Event | undefined {
  if (activity.name !== 'adaptiveCard/action') return undefined;
  const parsed = CardAction.safeParse(activity.value);
  return { kind: 'submit', value: parsed.success ? parsed.data.action.data : undefined };
}
