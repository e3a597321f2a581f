import { render } from '#cards/render.ts';
import { handleChannelEvent } from '#dialogs/handle-channel-event.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { Submit } from '#domain/conversation/submit.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { placeOf } from '../channel-posts/place-of.ts';
import type { ChannelTurn } from '../wire.ts';
import type { BotParts } from './bot-parts.ts';
import { withoutCode } from './consultation-resolver.ts';
import { heldBy, keyOf } from './holder.ts';
import { inWorld } from './in-world.ts';
import { instead, noted } from './noted.ts';
import { outbound } from './outbound.ts';

type By = 'message' | 'card';

/** A turn in a channel or a group chat, where nobody is questioned. The same activity brought again is not answered twice. */
export function inChannel(parts: BotParts): (turn: ChannelTurn, event: Event, by: By) => Promise<void> {
  const taken = new BoundedMap<Promise<Answer>>(2_000);
  return async (turn, event, by) => {
    const { id, channelId, conversation } = turn.activity;
    const name = `${channelId} ${conversation.id} ${id}`;
    const before = id === undefined ? undefined : taken.get(name);
    const answering = before ?? decided(turn, event, parts);
    if (before === undefined) taken.put(name, answering);
    const { replies, view } = await answering.catch((error: unknown) => {
      // It may succeed the next time.
      taken.drop(name);
      throw error;
    });
    if (by === 'card') {
      const last = replies.at(-1);
      return turn.answer(last === undefined ? noted(view) : instead(render(last, view)));
    }
    if (before === undefined) await turn.say(replies.map((reply) => outbound(reply, view)));
  };
}

interface Answer {
  readonly replies: readonly Reply[];
  readonly view: ReturnType<BotParts['views']['inChannel']>;
}

async function decided(turn: ChannelTurn, event: Event, parts: BotParts): Promise<Answer> {
  const { surroundings, facilitators, resolver, views } = parts;
  const { activity } = turn;
  const heard = withoutCode(event, surroundings);
  const named = await resolver.inChannel(turn, event);
  // Somebody else's consultation is told from none by nothing.
  const isTheirs =
    heard === event || (await facilitators.rights(activity, turn.binding, named.id)).facilitator;
  const consultation = isTheirs ? named : await resolver.inChannel(turn, heard);
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

  if (!isTheirs || (await resolver.namesNone(event)))
    return answering([{ label: 'notice', about: 'no-such-consultation' }]);

  const { data: submit } = event.kind === 'submit' ? Submit.safeParse(event.value) : {};
  if (submit?.act === 'room') return answering([await parts.answerRoom(activity, submit, consultation)]);
  const rights = await facilitators.rights(activity, turn.binding, consultation.id);
  const looking = await whoLooks(turn, submit, consultation, parts);
  const { replies, effect } = await inWorld(consultation, rights, surroundings, (world) =>
    handleChannelEvent(heard, world, looking?.person),
  );
  const done = effect && (await parts.perform(effect, { turn, consultation, rights }));
  return answering([...replies, ...(done?.replies ?? [])], looking?.language);
}

/** Who looks at the invitation, and the language they read it in: the one they ask for, else their own. */
async function whoLooks(
  turn: ChannelTurn,
  submit: Submit | undefined,
  consultation: Consultation,
  { surroundings }: BotParts,
) {
  if (submit?.act !== 'invitation') return undefined;
  const person = await heldBy(keyOf(turn, consultation, surroundings), surroundings.store);
  const { languages } = surroundings.catalogues.of(consultation);
  const asked = languages.find((language) => language === submit.language);
  return { person, language: asked ?? person?.language };
}
