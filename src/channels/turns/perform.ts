import type { Effect } from '#dialogs/world.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Invite } from '../channel-posts/invite.ts';
import type { Facilitators } from '../facilitators.ts';
import type { Publish } from '../publish.ts';
import type { Remind } from '../remind.ts';
import type { ChannelTurn } from '../wire.ts';
import type { Surroundings } from './surroundings.ts';

/** Does what a turn decided, in the world outside; what it returns is still to be said. */
export type Perform = (
  effect: Effect,
  done: { visit: ChannelTurn; consultation: Consultation },
) => Promise<readonly Reply[]>;

export interface PerformParts {
  readonly surroundings: Surroundings;
  readonly facilitators: Facilitators;
  readonly publish: Publish;
  readonly remind: Remind;
  readonly invite: Invite;
  /** A one-time link to facilitate a consultation on a page. */
  readonly linkTo: (consultation: string) => string;
  /** Makes a consultation the one that a person is at. */
  readonly turnTo: (visit: ChannelTurn, consultation: string) => Promise<void>;
  /** Told when something that goes on after the turn failed. */
  readonly onFailed: (error: unknown) => void;
}

export function createPerform(parts: PerformParts): Perform {
  return async (effect, { visit, consultation }) => {
    if (typeof effect === 'object') return made(effect.create, visit, parts);
    switch (effect) {
      case 'publish':
        // Not awaited: posting to a large consultation lasts longer than a turn may.
        parts.publish(consultation.id).catch(parts.onFailed);
        return [];
      case 'invite':
        return parts.invite(visit, consultation);
      case 'remind':
        return reminded(consultation, parts);
      case 'close':
        await closed(consultation.id, parts);
        return [];
      case 'erase':
        return [];
    }
  };
}

async function reminded(consultation: Consultation, parts: PerformParts): Promise<readonly Reply[]> {
  const { n, told } = await parts.remind(consultation);
  // Not awaited either.
  told.catch(parts.onFailed);
  return [{ label: 'notice', about: 'reminded', facts: { n } }];
}

/**
 * A new consultation: theirs from now on, and in a channel it stands there at once. The same form sent again changes
 * nothing, and a form that names somebody else's consultation makes nobody its facilitator.
 */
async function made(
  consultation: Consultation,
  visit: ChannelTurn,
  parts: PerformParts,
): Promise<readonly Reply[]> {
  const { facilitators, surroundings } = parts;
  const made = await surroundings.store.save('consultation', consultation);
  const isNew = made.outcome === 'saved';
  if (visit.binding === undefined) {
    const rights = await facilitators.rights(visit.activity, undefined, consultation.id);
    if (!isNew && !rights.facilitator) return [{ label: 'notice', about: 'not-for-you' }];
    await facilitators.take(visit.activity, consultation.id);
    await parts.turnTo(visit, consultation.id);
  }
  const stored = isNew ? made.record : await surroundings.store.load('consultation', consultation.id);
  const saved = stored ?? consultation;
  const here = visit.activity.conversation.isGroup === true;
  const invited = here ? await parts.invite(visit, saved) : [];
  // On a page nobody is known from one consultation to the next: a link of its own leads there.
  const link = visit.binding !== undefined && isNew ? { link: parts.linkTo(saved.id) } : {};
  const facts = { code: saved.id, posted: here ? 1 : 0, ...link };
  return [{ label: 'notice', about: 'created', facts }, ...invited];
}

async function closed(code: string, parts: PerformParts): Promise<void> {
  const { store } = parts.surroundings;
  const consultation = await store.load('consultation', code);
  if (consultation === undefined || consultation.closed) return;
  const saved = await store.save('consultation', { ...consultation, closed: true });
  if (saved.outcome === 'conflict') await closed(code, parts);
}
