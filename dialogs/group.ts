import type { DomainId } from '#domain/catalogue/domains.ts';
import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { ownPlace } from '#scenario/own-place.ts';
import { shownToPerson } from '#scenario/release/shown-to.ts';
import { visionView } from '#scenario/vision.ts';
import { isAnswering, sayAndGoOn } from './closed.ts';
import { progress } from './place/place.ts';
import { finishedDomains } from './place/progress.ts';
import { notice, say } from './turn.ts';
import type { Turn, World } from './world.ts';

/** What the group makes of the trajectories: every domain in short, or one in full. */
export function showGroup(person: Participant, world: World, domain?: DomainId): Turn {
  return say(person, {
    label: 'group-scenario',
    group: groupFor(person, world),
    ...(domain && { domain }),
    ...wayForward(person, world),
    facilitator: world.facilitator,
  });
}

/** The combination of orientations that holds together and that the group supports most. */
export function showVision(person: Participant, world: World): Turn {
  return say(person, {
    label: 'shared-vision',
    vision: visionView(groupFor(person, world), world.catalogue),
    ...wayForward(person, world),
  });
}

/** Where this person stands beside the group, once they have said something and there is a result. */
export function showOwnPlace(person: Participant, world: World): Turn {
  if (!hasBallots(person)) return sayAndGoOn(person, world, notice('nothing-yet'));
  return say(person, { label: 'own-place', ...placeBeside(person, world), ...wayForward(person, world) });
}

const hasBallots = ({ ballots }: Participant): boolean =>
  Object.values(ballots).some((ballot) => ballot !== 'skipped');

/** The place, and what the result is that it is beside. */
export function placeBeside(
  person: Participant,
  world: World,
): Pick<ReplyOf<'own-place'>, 'group' | 'place'> {
  const group = groupFor(person, world);
  if (group.state === 'waiting') return { group };
  const { scenario, ...moment } = group;
  return { group: moment, place: ownPlace(person.ballots, scenario) };
}

/** What this person may see of the group now; whoever facilitates, all of it. */
export function groupFor(person: Participant, world: World): GroupView {
  const { consultation, now } = world;
  if (world.facilitator) return world.group();
  return shownToPerson(world.group(), consultation, finishedDomains(person, world), now);
}

/** Where the way forward leads from a scenario: the next domain, if one is left and answers are taken. */
export function wayForward(person: Participant, world: World): { next?: DomainId } {
  const { next } = isAnswering(world) ? progress(person, world) : {};
  return next === undefined ? {} : { next };
}
