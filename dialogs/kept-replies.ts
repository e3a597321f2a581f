import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Reply, ReplyOf } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { besideGroup, personalScenario } from '#scenario/personal.ts';
import { visionView } from '#scenario/vision.ts';
import { groupFor, placeBeside } from './group.ts';
import { progress } from './place/place.ts';
import { listChanges } from './place/turn-to.ts';
import { prompt } from './present.ts';
import type { World } from './world.ts';

/**
 * A reply as it is kept for a channel that brings the same activity again. What is composed of the person's own answers or of
 * the group's is left out, for it is the largest part of their document, and is composed again when it is needed.
 */
export function withoutContent(reply: Reply): Reply {
  switch (reply.label) {
    case 'personal-scenario':
      return { ...reply, scenario: { domains: [], links: [] }, beside: [] };
    case 'group-scenario':
      return { ...reply, group: untold(reply.group) };
    case 'shared-vision':
      return { ...reply, vision: { state: 'none', reason: 'too-few' } };
    case 'own-place':
      return { ...reply, group: untold(reply.group), place: undefined };
    case 'second-look': {
      const { why: _, ...rest } = reply;
      return rest;
    }
    case 'help':
      return { ...reply, questions: [], trajectories: [] };
    case 'menu':
      return reply.of === 'progress' ? { ...reply, domains: [] } : { ...reply, trajectories: [] };
    case 'notice':
      return withoutWords(reply);
    case 'proposal':
      return { label: 'proposal', domain: reply.domain };
    case 'retry': {
      const { beside: _, ...rest } = reply;
      return rest;
    }
    default:
      return reply;
  }
}

/** In the place of a result that is composed again. */
const untold = ({ minGroup }: { readonly minGroup: number }) =>
  ({ state: 'waiting', minGroup, needed: 1 }) as const;

/** A notice without what the person typed: it stands in their answers, or nowhere. */
function withoutWords(reply: ReplyOf<'notice'>): Reply {
  const { answered, cast, ...rest } = reply;
  return answered === undefined || answered.answer.kind === 'text' ? rest : { ...rest, answered };
}

/** A kept reply with its content of now. */
export function withContent(reply: Reply, person: Participant, world: World): Reply {
  switch (reply.label) {
    case 'personal-scenario':
      return { ...reply, ...personalContent(person, world) };
    case 'group-scenario':
      return { ...reply, group: groupFor(person, world) };
    case 'shared-vision':
      return { ...reply, vision: visionView(groupFor(person, world), world.catalogue) };
    case 'own-place':
      return { ...reply, ...placeBeside(person, world) };
    case 'help':
      return reply.of === 'changes' ? (listChanges(person, world).replies[0] ?? reply) : reply;
    case 'menu':
      return reply.of === 'progress'
        ? { ...reply, domains: progress(person, world).domains }
        : titles(reply.domain, person, world);
    default:
      return reply;
  }
}

/** What a person keeps, and what the group makes of it. */
export function personalContent(person: Participant, world: World) {
  const scenario = personalScenario(person, world.catalogue);
  return { scenario, beside: besideGroup(scenario, groupFor(person, world)) };
}

function titles(id: DomainId, person: Participant, world: World): Reply {
  const domain = world.catalogue.domains.find((one) => one.id === id);
  return domain === undefined ? { label: 'stale' } : prompt({ at: 'titles', domain }, person, world);
}
