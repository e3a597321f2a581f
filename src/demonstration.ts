import type { Catalogue } from '#domain/catalogue.ts';
import { type Consultation, minGroups } from '#domain/consultation.ts';
import { defaultLanguage } from '#domain/language.ts';
import type { Phrases, Say } from '#domain/phrases.ts';
import type { Store } from '#store/store.ts';

/** The code of the consultation that the first start creates. */
export const demonstrationCode = 'decouverte';

/** Creates the demonstration consultation where there is none: every domain, open to anyone. */
export async function ensureDemonstration(
  store: Store,
  catalogue: Catalogue,
  phrases: Phrases,
  now: string,
): Promise<void> {
  if ((await store.load('consultation', demonstrationCode)) !== undefined) return;
  await store.save('consultation', demonstration(catalogue, phrases, now));
}

function demonstration(catalogue: Catalogue, phrases: Phrases, now: string): Consultation {
  const each = (word: (say: Say) => string) =>
    Object.fromEntries(phrases.languages.map((language) => [language, word(phrases.say(language))]));
  return {
    schema: 1,
    id: demonstrationCode,
    version: 0,
    title: each((say) => say('demonstration.title')),
    territory: each((say) => say('demonstration.territory')),
    controller: { name: each((say) => say('demonstration.controller')), contact: '' },
    language: defaultLanguage,
    domains: catalogue.domains.map(({ id }) => id),
    retentionMonths: 12,
    opensAt: now,
    closed: false,
    minGroup: minGroups.public,
  };
}
