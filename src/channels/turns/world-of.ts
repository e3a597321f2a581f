import type { World } from '#dialogs/world.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Rights } from '../facilitators.ts';
import { newMark, newResumeCode } from '../keys.ts';
import type { Surroundings } from './surroundings.ts';

/** Everything a turn in a consultation depends on, as it is now. */
export function worldOf(
  consultation: Consultation,
  rights: Rights,
  { catalogues, phrases, recognise, tallies, participation, channelPosts, now }: Surroundings,
): World {
  const time = now();
  return {
    now: time,
    catalogue: catalogues.of(consultation),
    consultation,
    ...rights,
    words: phrases.words,
    recognise,
    examined: (trajectory) => tallies.examined(consultation, trajectory),
    group: () => tallies.view(consultation, time),
    took: () => tallies.standing(consultation).took,
    standing: () => {
      // The same view as on the page, which moves by several people at once: nobody's own step is read in a chat.
      const { starts, domains, roles } = participation.of(consultation);
      const begun = domains.map(({ domain, begun: n }) => ({ domain, n }));
      const places = channelPosts.of(consultation.id);
      const gone = places.filter((channelPost) => channelPost.gone !== undefined).length;
      return { standing: { took: starts, domains: begun, roles }, channels: places.length, gone };
    },
    newCode: newResumeCode,
    newMark,
  };
}

/** What anyone may do. */
export const nobody: Rights = { facilitator: false, creates: false };
