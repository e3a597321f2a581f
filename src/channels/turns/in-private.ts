import type { View } from '#cards/view.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Rights } from '../facilitators.ts';
import { keepReference, referenceId } from '../private-posts/references.ts';
import type { ChannelTurn } from '../wire.ts';
import type { BotParts } from './bot-parts.ts';
import { lastConsultationId } from './consultation-resolver.ts';
import { dialog } from './dialog.ts';
import { channelOf, deviceOf, keyOf } from './holder.ts';
import { noted } from './noted.ts';
import { outbound } from './outbound.ts';
import type { TurnInput } from './surroundings.ts';

type By = 'message' | 'card' | 'dialog';

/** A turn of one person, in their own conversation or in a dialog over a channel: the same person in both. */
export async function inPrivate(turn: ChannelTurn, event: Event, by: By, parts: BotParts): Promise<void> {
  const opened = await opening(turn, event, parts);
  const consultation = await parts.resolver.inPrivate(turn, event);
  // Nothing of anybody is kept any more where the answers were erased.
  const isErased = consultation.erasure !== undefined;
  parts.resolver.hold(turn, consultation.id);
  const rights = await parts.facilitators.rights(turn.activity, turn.binding, consultation.id);
  const input = inputOf(turn, opened?.event ?? event, by, consultation, rights, parts);
  const { participant, replies, effect, takenUp } = await parts.takeTurn(input);
  const said = [...(opened?.said ?? []), ...replies];
  // Before they agree, and in the turn that erases all, nothing of their words is kept, in memory neither.
  if (participant.consent === undefined || effect === 'erase') turn.forgetWords();
  if (effect === 'erase') parts.forget(participant);
  else if (!isErased) await keepInTouch(turn, input, participant, parts);
  if (takenUp) parts.tellOthers(participant, consultation);
  const done = effect && (await parts.perform(effect, { turn, consultation, rights }));
  const view = viewOf(turn, by, done?.made ?? consultation, participant, parts);
  await answer(turn, by, [...said, ...(done?.replies ?? [])], view);
}

/** Somebody pastes a facilitator's link: it is theirs, and they are greeted where it leads. */
async function opening(turn: ChannelTurn, event: Event, { facilitators, resolver }: BotParts) {
  if (event.kind !== 'text' || turn.binding !== undefined) return undefined;
  const opened = await facilitators.open(turn.activity, event.text);
  if (opened.outcome === 'none') return undefined;
  if (opened.outcome === 'opened') await resolver.remember(turn, opened.consultation);
  const about = opened.outcome === 'opened' ? 'facilitator-welcome' : 'link-used';
  const said: readonly Reply[] = [{ label: 'notice', about }];
  return { said, event: { kind: 'joined' } as const };
}

function inputOf(
  turn: ChannelTurn,
  event: Event,
  by: By,
  consultation: Consultation,
  rights: Rights,
  { surroundings, resolver }: BotParts,
): TurnInput {
  const { activity, binding, address, caller } = turn;
  // An installation tells the language of the app it was made in; the person has said nothing yet.
  const locale = activity.type === 'installationUpdate' ? undefined : activity.locale;
  const device = deviceOf(turn);
  return {
    key: keyOf(turn, consultation, surroundings),
    consultation,
    rights,
    activityId: activity.id ?? '',
    caller,
    unseen: activity.unseen ?? [],
    // A dialog stands over a channel: that is no way to reach the person.
    ...(address && by !== 'dialog' && { reference: referenceId(activity, consultation.id, surroundings) }),
    ...(binding === undefined && { lastConsultation: lastConsultationId(activity, surroundings) }),
    ...(locale !== undefined && { locale }),
    ...(device !== undefined && { device }),
    beforeSaving: () => resolver.remember(turn, consultation.id),
    event,
  };
}

/** Where whoever agreed is and how to reach them, and whoever facilitates. */
async function keepInTouch(
  turn: ChannelTurn,
  { reference, consultation, rights }: TurnInput,
  participant: Parameters<typeof keepReference>[3],
  { surroundings, facilitators, resolver }: BotParts,
): Promise<void> {
  if (participant.consent === undefined && !rights.facilitator) return;
  await resolver.remember(turn, consultation.id);
  const { activity, address } = turn;
  if (reference === undefined || address === undefined) return;
  await keepReference(reference, address, consultation, participant, surroundings);
  if (rights.facilitator) await facilitators.take(activity, consultation.id, { reference });
}

function viewOf(
  turn: ChannelTurn,
  by: By,
  consultation: Consultation,
  { language, id }: Parameters<typeof keepReference>[3],
  { views }: BotParts,
): View {
  return by === 'dialog'
    ? views.inDialog(consultation, language, id)
    : views.of(consultation, language, channelOf(turn), id);
}

async function answer(turn: ChannelTurn, by: By, replies: readonly Reply[], view: View): Promise<void> {
  if (by === 'dialog') return turn.answer(replies.length > 0 ? dialog(replies, view) : closing(view));
  if (by === 'card') await turn.answer(noted(view));
  await turn.say(replies.map((reply) => outbound(reply, view)));
}

/** A dialog with nothing more to say ends. */
const closing = ({ say }: View) => ({ task: { type: 'message', value: say('notice.noted') } });
