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
import { noted } from './noted.ts';
import { outbound } from './outbound.ts';
import type { TurnInput } from './surroundings.ts';

type By = 'message' | 'card' | 'dialog';

/** A turn of one person, in their own conversation or in a dialog over a channel: the same person in both. */
export async function inPrivate(visit: ChannelTurn, event: Event, by: By, parts: BotParts): Promise<void> {
  const opened = await opening(visit, event, parts);
  const consultation = await parts.resolver.inPrivate(visit, event);
  await parts.resolver.remember(visit, consultation.id);
  const rights = await parts.facilitators.rights(visit.activity, visit.binding, consultation.id);
  const input = inputOf(visit, opened?.event ?? event, by, consultation, rights, parts);
  const { participant, replies, effect } = await parts.takeTurn(input);
  const said = [...(opened?.said ?? []), ...replies];
  if (effect === 'erase') parts.forget(participant);
  else await keepInTouch(visit, input, participant, parts);
  const done = effect && (await parts.perform(effect, { visit, consultation, rights }));
  const view = viewOf(visit, by, done?.made ?? consultation, participant, parts);
  await answer(visit, by, [...said, ...(done?.replies ?? [])], view);
}

/** Somebody pastes a facilitator's link: it is theirs, and they are greeted where it leads. */
async function opening(visit: ChannelTurn, event: Event, { facilitators, resolver }: BotParts) {
  if (event.kind !== 'text' || visit.binding !== undefined) return undefined;
  const opened = await facilitators.open(visit.activity, event.text);
  if (opened.outcome === 'none') return undefined;
  if (opened.outcome === 'opened') await resolver.remember(visit, opened.consultation);
  const about = opened.outcome === 'opened' ? 'facilitator-welcome' : 'link-used';
  const said: readonly Reply[] = [{ label: 'notice', about }];
  return { said, event: { kind: 'joined' } as const };
}

function inputOf(
  visit: ChannelTurn,
  event: Event,
  by: By,
  consultation: Consultation,
  rights: Rights,
  { surroundings }: BotParts,
): TurnInput {
  const { activity, binding, address } = visit;
  const { locale } = activity;
  return {
    key: surroundings.keys.participant(channelOf(visit), activity.from.id, consultation.id),
    consultation,
    rights,
    activityId: activity.id ?? '',
    // A dialog stands over a channel: that is no way to reach the person.
    ...(address && by !== 'dialog' && { reference: referenceId(activity, consultation.id, surroundings) }),
    ...(binding === undefined && { lastConsultation: lastConsultationId(activity, surroundings) }),
    ...(locale !== undefined && { locale }),
    event,
  };
}

/** The channel by which people are told apart: Azure's Direct Line names its people itself, and ours are ours alone. */
export const channelOf = ({ activity, binding }: ChannelTurn): string =>
  binding === undefined && activity.channelId === 'directline' ? 'azure-directline' : activity.channelId;

/** How to reach whoever agreed, and whoever facilitates. */
async function keepInTouch(
  { activity, address }: ChannelTurn,
  { reference, consultation, rights }: TurnInput,
  participant: Parameters<typeof keepReference>[3],
  { surroundings, facilitators }: BotParts,
): Promise<void> {
  if (reference === undefined || address === undefined) return;
  if (participant.consent === undefined && !rights.facilitator) return;
  await keepReference(reference, address, consultation, participant, surroundings);
  if (rights.facilitator) await facilitators.take(activity, consultation.id, reference);
}

function viewOf(
  visit: ChannelTurn,
  by: By,
  consultation: Consultation,
  { language, id }: Parameters<typeof keepReference>[3],
  { views }: BotParts,
): View {
  return by === 'dialog'
    ? views.inDialog(consultation, language, id)
    : views.of(consultation, language, channelOf(visit), id);
}

async function answer(visit: ChannelTurn, by: By, replies: readonly Reply[], view: View): Promise<void> {
  if (by === 'dialog') return visit.answer(replies.length > 0 ? dialog(replies, view) : closing(view));
  if (by === 'card') await visit.answer(noted(view));
  await visit.say(replies.map((reply) => outbound(reply, view)));
}

/** A dialog with nothing more to say ends. */
const closing = ({ say }: View) => ({ task: { type: 'message', value: say('notice.noted') } });
