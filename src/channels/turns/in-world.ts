import { hash, randomUUID } from 'node:crypto';
import type { World } from '#dialogs/world.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import type { GroupNow } from '#projections/live-tallies.ts';
import { unobserved } from '#src/observability/observer.ts';
import type { KnownPosts } from '../channel-posts/channel-posts.ts';
import type { Rights } from '../facilitators.ts';
import { newMark } from '../keys.ts';
import { isOfNow, newResumeCode } from '../resume-code.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * What `decide` makes of a consultation, given everything that depends on, as it is now. It may be asked a second time, so it
 * changes nothing; what it was shown of the group is durable by then.
 */
export function inWorld<T>(
  consultation: Consultation,
  rights: Rights,
  surroundings: Surroundings,
  decide: (world: World) => T | Promise<T>,
): Promise<T> {
  const { observer = unobserved } = surroundings;
  return observer.during({ name: 'converse' }, () => decided(consultation, rights, surroundings, decide));
}

async function decided<T>(
  consultation: Consultation,
  rights: Rights,
  surroundings: Surroundings,
  decide: (world: World) => T | Promise<T>,
): Promise<T> {
  const posts = await surroundings.channelPosts.known();
  const decideKnowing = (how: () => ParticipationView | undefined) =>
    surroundings.tallies.decideWith(consultation, (group) =>
      decide(worldOf(consultation, rights, { group, posts, how }, surroundings)),
    );
  let asked = false;
  const first = await decideKnowing(() => {
    asked = true;
    return undefined;
  });
  // Only whoever facilitates is told how it goes, and few of their turns ask: no other turn waits until that is counted.
  if (!asked || !rights.facilitator) return first;
  const view = await surroundings.participation.of(consultation);
  return decideKnowing(() => view);
}

/** What is known of the consultation's people and places now. */
interface Known {
  readonly group: GroupNow;
  readonly posts: KnownPosts;
  /** Nothing: it is to be asked for, and decided again. */
  readonly how: () => ParticipationView | undefined;
}

function worldOf(
  consultation: Consultation,
  rights: Rights,
  { group, posts, how }: Known,
  { catalogues, phrases, recognise, now }: Surroundings,
): World {
  const time = now();
  return {
    now: time,
    catalogue: catalogues.of(consultation),
    consultation,
    // Whoever is let in with a code is said to be where their turn is taken.
    admitted: consultation.entry === undefined,
    information: informationPrint(consultation),
    ...rights,
    words: phrases.words,
    tongues: phrases.tongues,
    asked: phrases.asked,
    recognise,
    draw: group.draw,
    group: () => group.view(time),
    took: () => group.participation().took,
    participation: () => {
      const { took = 0, domains = [], roles = {}, devices } = how() ?? {};
      const counts = {
        ...{ took, domains: domains.map(({ domain, begun: n }) => ({ domain, n })), roles },
        ...(devices && { devices }),
      };
      const places = posts.of(consultation.id);
      const gone = places.filter((channelPost) => channelPost.gone !== undefined).length;
      return { counts, channels: places.length, gone };
    },
    // One of before goes on working; what is shown is as those of now.
    resumeCode: (given) => (given !== undefined && isOfNow(given) ? given : newResumeCode()),
    newMark,
    // Where a turn is taken it is said which are theirs.
    proposals: [],
    newProposal: randomUUID,
  };
}

/** Of what the consent card says of a person's data in this consultation; its other words come with the program. */
const informationPrint = onceEach(({ information, controller, retentionMonths }: Consultation): string =>
  hash('sha256', JSON.stringify([information, controller, retentionMonths]), 'base64url').slice(0, 22),
);

/** What anyone may do. */
export const nobody: Rights = { facilitator: false, creates: false };
