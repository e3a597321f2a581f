import { type Actor, chatPerson } from '#application/actor.ts';
import { changeStage } from '#application/consultation/change-stage.ts';
import { createConsultation } from '#application/consultation/create-consultation.ts';
import { remindHalfway } from '#application/participation/remind-halfway.ts';
import type { Application } from '#application/parts.ts';
import { publishResult } from '#application/results/publish-result.ts';
import type { Effect, NewConsultation } from '#dialogs/world.ts';
import { type Consultation, stageOf } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Invite } from '../channel-posts/invite.ts';
import type { Facilitators, Rights } from '../facilitators.ts';
import type { ChannelTurn } from '../wire.ts';
import type { Surroundings } from './surroundings.ts';

/** What is still to be said, of another consultation where one was made. */
interface Performed {
  readonly replies: readonly Reply[];
  readonly made?: Consultation;
}

/** A turn that decided something, with whoever decided it. */
interface Decided {
  readonly turn: ChannelTurn;
  readonly consultation: Consultation;
  readonly rights: Rights;
}

/** Does what a turn decided, in the world outside. */
export type Perform = (effect: Effect, decided: Decided) => Promise<Performed>;

export interface PerformParts {
  readonly application: Application;
  readonly surroundings: Surroundings;
  readonly facilitators: Facilitators;
  readonly invite: Invite;
  /** A one-time link to facilitate a consultation on a page. */
  readonly linkTo: (consultation: string) => Promise<string>;
  /** Makes a consultation the one that a person is at. */
  readonly turnTo: (turn: ChannelTurn, consultation: string) => Promise<void>;
  /** Told when something that goes on after the turn failed. */
  readonly onFailed: (error: unknown) => void;
}

export function createPerform(parts: PerformParts): Perform {
  return async (effect, decided) => {
    const { turn, consultation } = decided;
    const actor = actorOf(decided, parts);
    // It was kept where the turn was taken.
    if (typeof effect === 'object' && 'propose' in effect) return nothing;
    if (typeof effect === 'object') return made(effect.create, decided, actor, parts);
    switch (effect) {
      case 'publish':
        // Not awaited: posting to a large consultation lasts longer than a turn may.
        publishResult(parts.application, actor, { code: consultation.id }).catch(parts.onFailed);
        return nothing;
      case 'invite':
        return { replies: await parts.invite(turn, consultation) };
      case 'remind':
        return { replies: await reminded(consultation.id, actor, parts) };
      case 'close':
        await changeStage(parts.application, actor, { code: consultation.id, change: 'close' });
        return nothing;
      case 'erase':
        return nothing;
    }
  };
}

const nothing: Performed = { replies: [] };

/** Whoever facilitates from a chat, told apart by a keyed hash: no name that a channel tells is kept. */
function actorOf({ turn, consultation, rights }: Decided, { surroundings }: PerformParts): Actor {
  const { channelId, from } = turn.activity;
  const id = `chat-${surroundings.keys.person(channelId, from.id).slice(0, 12)}`;
  return chatPerson({ id, name: '' }, rights, consultation.id);
}

async function reminded(
  code: string,
  actor: Actor,
  { application, onFailed }: PerformParts,
): Promise<readonly Reply[]> {
  const done = await remindHalfway(application, actor, { code });
  switch (done.outcome) {
    case 'done':
      // Not awaited either.
      done.told.catch(onFailed);
      return [{ label: 'notice', about: 'reminded', facts: { n: done.n } }];
    case 'unfit': {
      const isEarly = stageOf(done.consultation, application.now()) === 'early';
      return [{ label: 'notice', about: isEarly ? 'not-open-yet' : 'already-closed' }];
    }
    default:
      return [{ label: 'notice', about: 'not-for-you' }];
  }
}

/**
 * A new consultation: theirs from now on, and in a channel it stands there at once. The same form sent again changes
 * nothing, and a form that names somebody else's consultation makes nobody its facilitator.
 */
async function made(
  settings: NewConsultation,
  { turn, consultation: model }: Decided,
  actor: Actor,
  parts: PerformParts,
): Promise<Performed> {
  const { facilitators, application } = parts;
  const created = await createConsultation(application, actor, { model: model.id, settings, as: 'open' });
  const isNew = created.outcome === 'done';
  const before = isNew ? undefined : await application.store.load('consultation', settings.code);
  const its = isNew ? created.consultation : before;
  if (its === undefined) return { replies: [{ label: 'notice', about: 'not-for-you' }] };
  if (turn.binding === undefined) {
    const rights = await facilitators.rights(turn.activity, undefined, its.id);
    if (!isNew && !rights.facilitator) return { replies: [{ label: 'notice', about: 'not-for-you' }] };
    await facilitators.take(turn.activity, its.id);
    await parts.turnTo(turn, its.id);
  }
  const here = turn.activity.conversation.isGroup === true;
  const invited = here ? await parts.invite(turn, its) : [];
  // On a page nobody is known from one consultation to the next: a link of its own leads there.
  const link = turn.binding !== undefined && isNew ? { link: await parts.linkTo(its.id) } : {};
  const facts = { code: its.id, posted: here ? 1 : 0, ...link };
  return { replies: [{ label: 'notice', about: 'created', facts }, ...invited], made: its };
}
