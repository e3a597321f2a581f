import { randomInt } from 'node:crypto';
import type { Participant } from '#domain/participant/participant.ts';
import type { Surroundings, TurnInput } from '../surroundings.ts';

/** Somebody of whom nothing is known yet: spoken to in the language of their device, where it is spoken here. */
export function newcomer(
  id: string,
  { consultation, locale, device }: TurnInput,
  { catalogues, now }: Surroundings,
): Participant {
  const time = now();
  const { edition, languages } = catalogues.of(consultation);
  const spoken = locale?.slice(0, 2).toLowerCase();
  return {
    schema: 1,
    id,
    consultation: consultation.id,
    version: 0,
    catalogue: edition,
    language: spoken !== undefined && languages.includes(spoken) ? spoken : consultation.language,
    ...(device !== undefined && { device }),
    traces: [],
    seed: randomInt(2 ** 31),
    answers: {},
    ballots: {},
    tries: 0,
    handled: [],
    startedAt: time,
    updatedAt: time,
  };
}
