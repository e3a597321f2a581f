import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Consultation } from '#domain/consultation.ts';
import { fold } from '#domain/fold.ts';
import type { Participant } from '#domain/participant.ts';
import type { Reply } from '#domain/reply.ts';
import { inbound } from './inbound.ts';
import { outbound } from './outbound.ts';
import type { Publish } from './publish.ts';
import { keepReference, referenceId } from './references.ts';
import { type Seat, seatKey } from './seat.ts';
import type { Deed, Surroundings } from './surroundings.ts';
import type { Outcome } from './take-turn.ts';
import type { Views } from './views.ts';

export interface BotParts {
  readonly surroundings: Surroundings;
  readonly takeTurn: (deed: Deed) => Promise<Outcome>;
  readonly views: Views;
  readonly publish: Publish;
  /** Told when a publication asked for in a conversation failed. */
  readonly onPublishFailed: (error: unknown) => void;
  /** The consultation of a conversation whose channel names none. */
  readonly defaultConsultation: string;
  /** Drops what Direct Line itself remembers of a person's conversations, on every device, once they are erased. */
  readonly forget: (person: Participant) => void;
}

/** The bot: one activity in, the replies out. It knows channels, and nothing of the questionnaire. */
export function createBot(parts: BotParts): (context: TurnContext) => Promise<void> {
  return async (context) => {
    const { activity } = context;
    const event = inbound(activity);
    if (event === undefined) return;
    await parts.surroundings.groups.ready;
    const consultation = await consultationOf(context, parts);
    if (activity.conversation.isGroup) return inGroup(context, event, consultation, parts);
    const deed = deedOf(context, event, consultation, parts);
    const { participant, replies, effect } = await parts.takeTurn(deed);
    if (deed.reference !== undefined && participant.consent !== undefined && effect !== 'erase') {
      await keepReference(context, consultation, parts.surroundings, participant);
    }
    if (effect === 'erase') parts.forget(participant);
    await answer(
      context,
      replies,
      parts.views.of(consultation, participant.language, activity.channelId, participant.id),
    );
    // Not awaited: posting to a large consultation lasts longer than a turn may.
    if (effect === 'publish') parts.publish(consultation.id).catch(parts.onPublishFailed);
  };
}

/** Where the channel says the person sits, else where this conversation was before, else the default. */
async function consultationOf(context: TurnContext, parts: BotParts): Promise<Consultation> {
  const { store } = parts.surroundings;
  const seat = seatOf(context);
  const before = seat
    ? undefined
    : await store.load('reference', referenceId(context.activity, parts.surroundings));
  const code = seat?.consultation ?? before?.consultation ?? parts.defaultConsultation;
  const consultation = await store.load('consultation', code);
  if (consultation === undefined) throw new Error('This conversation belongs to no consultation');
  return consultation;
}

function deedOf(
  context: TurnContext,
  event: Deed['event'],
  consultation: Consultation,
  parts: BotParts,
): Deed {
  const { activity } = context;
  const { locale } = activity;
  const seat = seatOf(context);
  const { keys } = parts.surroundings;
  return {
    key: keys.participant(activity.channelId, activity.from.id, consultation.id),
    consultation,
    facilitator: seat?.facilitator ?? false,
    activityId: activity.id ?? '',
    ...(seat === undefined && { reference: referenceId(activity, parts.surroundings) }),
    ...(locale !== undefined && { locale }),
    event,
  };
}

/** In a group nobody is questioned: the invitation, or what the group makes of it so far. */
async function inGroup(
  context: TurnContext,
  event: Deed['event'],
  consultation: Consultation,
  parts: BotParts,
) {
  const { surroundings, views } = parts;
  await keepReference(context, consultation, surroundings);
  const asked = event.kind === 'text' && surroundings.phrases.words.get(fold(event.text)) === 'group';
  const reply: Reply = asked
    ? {
        label: 'group-scenario',
        group: surroundings.groups.view(consultation, surroundings.now()),
        facilitator: false,
      }
    : { label: 'notice', about: 'group-invitation' };
  await surroundings.groups.settled();
  await answer(context, [reply], views.of(consultation, consultation.language, context.activity.channelId));
}

async function answer(context: TurnContext, replies: readonly Reply[], view: Parameters<typeof outbound>[1]) {
  const { activity } = context;
  if (activity.type === ActivityTypes.Invoke) await context.sendActivity(taken(view.say('notice.noted')));
  await context.sendActivities(replies.map((reply) => outbound(reply, view)));
}

/** What Teams awaits from a card's button: a word to show under the card, which stays as it is. */
const taken = (word: string) => ({
  type: ActivityTypes.InvokeResponse,
  value: {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: word },
  },
});

function seatOf(context: TurnContext): Seat | undefined {
  return context.turnState.get<Seat>(seatKey);
}
