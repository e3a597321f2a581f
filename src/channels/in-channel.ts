import { render } from '#cards/render.ts';
import { together } from '#dialogs/together.ts';
import type { World } from '#dialogs/world.ts';
import type { Event } from '#domain/event.ts';
import type { Language } from '#domain/language.ts';
import type { Participant } from '#domain/participant.ts';
import type { Reply } from '#domain/reply.ts';
import { Submit } from '#domain/submit.ts';
import { withoutCode } from './at-hand.ts';
import type { BotParts } from './bot-parts.ts';
import { Bounded } from './bounded.ts';
import { heldBy } from './holder.ts';
import { channelOf } from './in-private.ts';
import { instead, noted } from './noted.ts';
import { outbound } from './outbound.ts';
import { placeOf } from './venues/place-of.ts';
import type { Visit } from './wire.ts';
import { worldOf } from './world-of.ts';

type By = 'message' | 'card';

/** A turn in a channel or a group chat, where nobody is questioned. The same activity brought again is not answered twice. */
export function inChannel(parts: BotParts): (visit: Visit, event: Event, by: By) => Promise<void> {
  const taken = new Bounded<Promise<Answer>>(2_000);
  return async (visit, event, by) => {
    const { id, channelId, conversation } = visit.activity;
    const name = `${channelId} ${conversation.id} ${id}`;
    const before = id === undefined ? undefined : taken.get(name);
    const answering = before ?? decided(visit, event, parts);
    if (before === undefined) taken.put(name, answering);
    const { replies, view } = await answering.catch((error: unknown) => {
      // It may succeed the next time.
      taken.drop(name);
      throw error;
    });
    if (by === 'card') {
      const last = replies.at(-1);
      return visit.answer(last === undefined ? noted(view) : instead(render(last, view)));
    }
    if (before === undefined) await visit.say(replies.map((reply) => outbound(reply, view)));
  };
}

interface Answer {
  readonly replies: readonly Reply[];
  readonly view: ReturnType<BotParts['views']['inChannel']>;
}

async function decided(visit: Visit, event: Event, parts: BotParts): Promise<Answer> {
  const { surroundings, facilitators, atHand, views } = parts;
  const { activity } = visit;
  const consultation = await atHand.inChannel(visit, event);
  const venue = surroundings.venues
    .at(placeOf(activity, surroundings.keys).place)
    .find((one) => one.consultation === consultation.id);
  const answering = (
    replies: readonly Reply[],
    language: Language = venue?.language ?? consultation.language,
  ) => {
    const { channelId, serviceUrl } = activity;
    return {
      replies,
      view: views.inChannel(consultation, language, { channelId, serviceUrl, members: venue?.members }),
    };
  };

  const opened = event.kind === 'text' ? await facilitators.open(activity, event.text) : undefined;
  if (opened?.outcome === 'opened') return answering([{ label: 'notice', about: 'facilitator-welcome' }]);
  if (opened?.outcome === 'used') return answering([{ label: 'notice', about: 'link-used' }]);

  if (await atHand.namesNone(event)) return answering([{ label: 'notice', about: 'no-such-consultation' }]);

  const rights = await facilitators.rights(activity, visit.seat, consultation.id);
  const world = worldOf(consultation, rights, surroundings);
  const looking = await whoLooks(visit, event, world, parts);
  const { replies, effect } = together(withoutCode(event, surroundings), world, looking?.person);
  await surroundings.groups.settled();
  const done = effect === undefined ? [] : await parts.perform(effect, { visit, consultation });
  return answering([...replies, ...done], looking?.language);
}

/** Who looks at the invitation, and the language they read it in: the one they ask for, else their own. */
async function whoLooks(visit: Visit, event: Event, world: World, parts: BotParts) {
  const { data: submit } = event.kind === 'submit' ? Submit.safeParse(event.value) : {};
  if (submit?.act !== 'invitation') return undefined;
  const person = await personOf(visit, world, parts);
  const asked = world.catalogue.languages.find((language) => language === submit.language);
  return { person, language: asked ?? person?.language };
}

async function personOf(
  visit: Visit,
  { consultation }: World,
  { surroundings }: BotParts,
): Promise<Participant | undefined> {
  const { store, keys } = surroundings;
  return heldBy(keys.participant(channelOf(visit), visit.activity.from.id, consultation.id), store);
}
