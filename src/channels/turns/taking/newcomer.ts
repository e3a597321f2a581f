import { randomInt } from 'node:crypto';
import { matching } from '#domain/catalogue/language.ts';
import { spokenIn } from '#domain/consultation/content/spoken-in.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Surroundings, TurnInput } from '../surroundings.ts';

/** Somebody of whom nothing is known yet: spoken to in the language of their device, where it is spoken here. */
export function newcomer(
  id: string,
  { consultation, locale, device }: TurnInput,
  { catalogues, now }: Surroundings,
): Participant {
  const time = now();
  const catalogue = catalogues.of(consultation);
  const spoken = spokenIn(catalogue, consultation).map(({ language }) => language);
  return {
    schema: 1,
    id,
    consultation: consultation.id,
    version: 0,
    catalogue: catalogue.edition,
    language: matching(locale, spoken) ?? consultation.language,
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
