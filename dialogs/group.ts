import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { GroupView } from '#domain/results/group-scenario.ts';
import { shownToPerson } from '#scenario/release/shown-to.ts';
import { visionView } from '#scenario/vision.ts';
import { progress } from './place/place.ts';
import { finishedDomains } from './place/progress.ts';
import { say } from './turn.ts';
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

/** What this person may see of the group now; whoever facilitates, all of it. */
export function groupFor(person: Participant, world: World): GroupView {
  const { consultation, now } = world;
  if (world.facilitator) return world.group();
  return shownToPerson(world.group(), consultation, finishedDomains(person, world), now);
}

/** Where the way forward leads from a scenario: the next domain, if one is left. */
export function wayForward(person: Participant, world: World): { next?: DomainId } {
  const { next } = progress(person, world);
  return next === undefined ? {} : { next };
}
