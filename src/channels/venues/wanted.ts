import { createHash } from 'node:crypto';
import { invitation } from '#dialogs/together.ts';
import type { World } from '#dialogs/world.ts';
import type { Reply } from '#domain/reply.ts';
import type { PostKind, Venue } from '#domain/venue.ts';
import { visionView } from '#scenario/vision.ts';

/** What should stand in a venue: with a print of it, so that what stands there already is left alone. */
export interface Wanted {
  readonly kind: PostKind;
  readonly reply: Reply;
  readonly shown: string;
}

/**
 * What should stand in a venue now: the invitation and, once the result is published, the group scenario and the shared
 * vision as they may be shown. A vision that cannot be composed is not announced; one that could be before says so.
 */
function wanted({ members, posts }: Venue, world: World): readonly Wanted[] {
  const { consultation, catalogue } = world;
  const invited = invitation(world);
  const people = members && createHash('sha256').update(members.join(' ')).digest('base64url');
  const first: Wanted = {
    kind: 'invitation',
    reply: invited,
    shown: print(invited, consultation.closesAt, consultation.title, consultation.domains, people),
  };
  if (consultation.publishedAt === undefined) return [first];
  const group = world.group();
  const vision = visionView(group, catalogue);
  const result: Wanted = {
    kind: 'group-scenario',
    reply: { label: 'group-scenario', group, facilitator: false },
    shown:
      group.state === 'waiting'
        ? print('waiting', group.needed)
        : print(group.at, group.scenario.opinion?.groups.length),
  };
  if (vision.state !== 'composed' && posts['shared-vision'] === undefined) return [first, result];
  const shown = vision.state === 'composed' ? print(vision.at) : print(vision);
  return [first, result, { kind: 'shared-vision', reply: { label: 'shared-vision', vision }, shown }];
}

/** The first that does not stand there as it should, but for what the channel has just refused. */
export function due(
  venue: Venue,
  world: World,
  refused: ReadonlySet<PostKind> = new Set(),
): Wanted | undefined {
  return wanted(venue, world).find(
    ({ kind, shown }) => venue.posts[kind]?.shown !== shown && !refused.has(kind),
  );
}

const print = (...parts: readonly unknown[]): string => JSON.stringify(parts);
