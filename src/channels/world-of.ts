import type { World } from '#dialogs/world.ts';
import type { Consultation } from '#domain/consultation.ts';
import type { Rights } from './facilitators.ts';
import { newMark, newResumeCode } from './keys.ts';
import type { Surroundings } from './surroundings.ts';

/** Everything a turn in a consultation depends on, as it is now. */
export function worldOf(
  consultation: Consultation,
  rights: Rights,
  { catalogues, phrases, recognise, groups, venues, now }: Surroundings,
): World {
  const time = now();
  return {
    now: time,
    catalogue: catalogues.of(consultation),
    consultation,
    ...rights,
    words: phrases.words,
    recognise,
    examined: (trajectory) => groups.examined(consultation, trajectory),
    group: () => groups.view(consultation, time),
    standing: () => {
      const places = venues.of(consultation.id);
      const gone = places.filter((venue) => venue.gone !== undefined).length;
      return { standing: groups.standing(consultation), channels: places.length, gone };
    },
    newCode: newResumeCode,
    newMark,
  };
}

/** What anyone may do. */
export const nobody: Rights = { facilitator: false, creates: false };
