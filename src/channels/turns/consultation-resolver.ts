import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Event } from '#domain/conversation/event.ts';
import { fold } from '#domain/conversation/fold.ts';
import { Submit } from '#domain/conversation/submit.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { placeOf } from '../channel-posts/place-of.ts';
import type { ChannelTurn, IncomingActivity } from '../wire.ts';
import type { Surroundings } from './surroundings.ts';

/** Which of several consultations somebody speaks of. */
export interface ConsultationResolver {
  /** In private: the one the channel binds them to, else what their button names, else what they last turned to, else the default. */
  inPrivate(turn: ChannelTurn, event: Event): Promise<Consultation>;
  /** In a channel: what the button names, else what stands there; whoever invites speaks of the one they last turned to. */
  inChannel(turn: ChannelTurn, event: Event): Promise<Consultation>;
  /** Whether somebody invites to a consultation that does not exist, or is a draft. */
  namesNone(event: Event): Promise<boolean>;
  /** Holds what a person turned to in memory, where there may be several: of who has not agreed nothing is stored. */
  hold(turn: ChannelTurn, consultation: string): void;
  /** Remembers what a person turned to, where there may be several. */
  remember(turn: ChannelTurn, consultation: string): Promise<void>;
}

export function createConsultationResolver(
  surroundings: Surroundings,
  fallback: string,
): ConsultationResolver {
  const { store, keys, channelPosts } = surroundings;
  const held = new BoundedMap<string>(10_000);
  const turnedTo = async ({ activity }: ChannelTurn) => {
    const id = lastConsultationId(activity, surroundings);
    return held.get(id) ?? (await store.load('last-consultation', id))?.consultation;
  };
  const first = async (...codes: readonly (string | undefined)[]) => {
    for (const code of codes) {
      const found = code === undefined ? undefined : await store.load('consultation', code);
      // A draft is nobody's business yet.
      if (found !== undefined && found.draft === undefined) return found;
    }
    throw new Error('This conversation belongs to no consultation');
  };
  return {
    inPrivate: async (turn, event) =>
      turn.binding === undefined
        ? first(namedBy(event), await turnedTo(turn), fallback)
        : first(turn.binding.consultation),
    async inChannel(turn, event) {
      const [latest] = (await channelPosts.known()).at(placeOf(turn.activity, keys).place);
      const here = latest?.consultation;
      const theirs = await turnedTo(turn);
      const invites = invitedIn(event, surroundings);
      return invites === undefined
        ? first(namedBy(event), here, theirs, fallback)
        : first(invites || undefined, theirs, here, fallback);
    },
    async namesNone(event) {
      const code = invitedIn(event, surroundings);
      const found = code ? await store.load('consultation', code) : undefined;
      return !!code && (found === undefined || found.draft !== undefined);
    },
    hold({ activity, binding }, consultation) {
      if (binding === undefined) held.put(lastConsultationId(activity, surroundings), consultation);
    },
    async remember(turn, consultation) {
      if (turn.binding !== undefined) return;
      const id = lastConsultationId(turn.activity, surroundings);
      held.drop(id);
      await store.update('last-consultation', id, (before) =>
        (before?.consultation ?? fallback) === consultation
          ? before
          : { schema: 1, id, version: 0, consultation },
      );
    },
  };
}

export const lastConsultationId = (
  activity: IncomingActivity,
  { keys }: Pick<Surroundings, 'keys'>,
): string => keys.person(activity.channelId, activity.from.id);

function namedBy(event: Event): string | undefined {
  return event.kind === 'submit' ? Submit.safeParse(event.value).data?.consultation : undefined;
}

/** Of somebody who says "invite": the code they name, or an empty one; nothing when they say something else. */
function invitedIn(event: Event, { phrases }: Surroundings): string | undefined {
  if (event.kind !== 'text') return undefined;
  const said = fold(event.text);
  if (phrases.words.get(said) === 'invite') return '';
  const [, word = '', code = ''] = invitesOne.exec(said) ?? [];
  return phrases.words.get(word) === 'invite' ? code : undefined;
}

/** As in "invite our-valley-k7p2". */
const invitesOne = /^(.{1,60}) ([a-z0-9][a-z0-9-]{1,39})$/;

/** What was said, without the code that it names. */
export function withoutCode(event: Event, surroundings: Surroundings): Event {
  const code = invitedIn(event, surroundings);
  if (event.kind !== 'text' || !code) return event;
  return { kind: 'text', text: fold(event.text).slice(0, -code.length - 1) };
}
