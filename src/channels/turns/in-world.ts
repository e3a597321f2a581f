import type { World } from '#dialogs/world.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { GroupNow } from '#projections/live-tallies.ts';
import type { KnownPosts } from '../channel-posts/channel-posts.ts';
import type { Rights } from '../facilitators.ts';
import { newMark, newResumeCode } from '../keys.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * What `decide` makes of a consultation, given everything that depends on, as it is now. It may be asked a second time just
 * after a start, so it changes nothing; what it was shown of the group is durable by then.
 */
export async function inWorld<T>(
  consultation: Consultation,
  rights: Rights,
  surroundings: Surroundings,
  decide: (world: World) => T | Promise<T>,
): Promise<T> {
  const posts = await surroundings.channelPosts.known();
  return surroundings.tallies.decideWith(consultation, (group) =>
    decide(worldOf(consultation, rights, group, posts, surroundings)),
  );
}

function worldOf(
  consultation: Consultation,
  rights: Rights,
  group: GroupNow,
  posts: KnownPosts,
  { catalogues, phrases, recognise, now }: Surroundings,
): World {
  const time = now();
  return {
    now: time,
    catalogue: catalogues.of(consultation),
    consultation,
    ...rights,
    words: phrases.words,
    recognise,
    examined: group.examined,
    group: () => group.view(time),
    participation: () => {
      const places = posts.of(consultation.id);
      const gone = places.filter((channelPost) => channelPost.gone !== undefined).length;
      return { counts: group.participation(), channels: places.length, gone };
    },
    newCode: newResumeCode,
    newMark,
  };
}

/** What anyone may do. */
export const nobody: Rights = { facilitator: false, creates: false };
