import { render } from '#cards/render.ts';
import { handleChannelEvent } from '#dialogs/handle-channel-event.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { Submit } from '#domain/conversation/submit.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { placeOf } from '../channel-posts/place-of.ts';
import type { ChannelTurn } from '../wire.ts';
import type { BotParts } from './bot-parts.ts';
import { withoutCode } from './consultation-resolver.ts';
import { heldBy } from './holder.ts';
import { channelOf } from './in-private.ts';
import { inWorld } from './in-world.ts';
import { instead, noted } from './noted.ts';
import { outbound } from './outbound.ts';

type By = 'message' | 'card';

/** A turn in a channel or a group chat, where nobody is questioned. The same activity brought again is not answered twice. */
export function inChannel(parts: BotParts): (visit: ChannelTurn, event: Event, by: By) => Promise<void> {
  const taken = new BoundedMap<Promise<Answer>>(2_000);
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

async function decided(visit: ChannelTurn, event: Event, parts: BotParts): Promise<Answer> {
  const { surroundings, facilitators, resolver, views } = parts;
  const { activity } = visit;
  const consultation = await resolver.inChannel(visit, event);
  const posts = await surroundings.channelPosts.known();
  const channelPost = posts
    .at(placeOf(activity, surroundings.keys).place)
    .find((one) => one.consultation === consultation.id);
  const answering = (
    replies: readonly Reply[],
    language: Language = channelPost?.language ?? consultation.language,
  ) => {
    const { channelId, serviceUrl } = activity;
    return {
      replies,
      view: views.inChannel(consultation, language, { channelId, serviceUrl, members: channelPost?.members }),
    };
  };

  const opened = event.kind === 'text' ? await facilitators.open(activity, event.text) : undefined;
  if (opened?.outcome === 'opened') return answering([{ label: 'notice', about: 'facilitator-welcome' }]);
  if (opened?.outcome === 'used') return answering([{ label: 'notice', about: 'link-used' }]);

  if (await resolver.namesNone(event)) return answering([{ label: 'notice', about: 'no-such-consultation' }]);

  const rights = await facilitators.rights(activity, visit.binding, consultation.id);
  const looking = await whoLooks(visit, event, consultation, parts);
  const { replies, effect } = await inWorld(consultation, rights, surroundings, (world) =>
    handleChannelEvent(withoutCode(event, surroundings), world, looking?.person),
  );
  const done = effect && (await parts.perform(effect, { visit, consultation, rights }));
  return answering([...replies, ...(done?.replies ?? [])], looking?.language);
}

/** Who looks at the invitation, and the language they read it in: the one they ask for, else their own. */
async function whoLooks(visit: ChannelTurn, event: Event, consultation: Consultation, parts: BotParts) {
  const { data: submit } = event.kind === 'submit' ? Submit.safeParse(event.value) : {};
  if (submit?.act !== 'invitation') return undefined;
  const person = await personOf(visit, consultation, parts);
  const { languages } = parts.surroundings.catalogues.of(consultation);
  const asked = languages.find((language) => language === submit.language);
  return { person, language: asked ?? person?.language };
}

async function personOf(
  visit: ChannelTurn,
  { id }: Consultation,
  { surroundings }: BotParts,
): Promise<Participant | undefined> {
  const { store, keys } = surroundings;
  return heldBy(keys.participant(channelOf(visit), visit.activity.from.id, id), store);
}
