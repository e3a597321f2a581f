import { packOf } from '#domain/catalogue/language.ts';
import { spokenIn } from '#domain/consultation/content/spoken-in.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { sayAndGoOn } from './closed.ts';
import { notice } from './turn.ts';
import type { Turn, World } from './world.ts';

/** The conversation goes on in another language; nothing when people are not spoken to in it here. */
export function speak(person: Participant, language: string, world: World): Turn | undefined {
  if (!isSpoken(language, world)) return undefined;
  return sayAndGoOn({ ...person, language }, world, notice('language'));
}

export const isSpoken = (language: string, { catalogue, consultation }: World): boolean =>
  spokenIn(catalogue, consultation).some((one) => one.language === language);

/** The language in which their typed replies are read; nothing where they are asked to tap. */
export const readsIn = ({ language }: Participant, { catalogue }: World): string | undefined =>
  packOf(catalogue.packs, language).reads;
