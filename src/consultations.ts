import type { Catalogue } from '#domain/catalogue.ts';
import { type Consultation, minGroups } from '#domain/consultation.ts';
import { defaultLanguage } from '#domain/language.ts';
import type { Phrases, Say } from '#domain/phrases.ts';
import type { Store } from '#store/store.ts';

/** The code of the consultation that the first start creates. */
export const demonstrationCode = 'decouverte';

/** Who is responsible, as the operator says it. */
export interface Controller {
  readonly name?: string;
  readonly contact?: string;
}

/** Creates the demonstration consultation where there is none, open to anyone; names who is responsible as told now. */
export async function ensureDemonstration(
  store: Store,
  catalogue: Catalogue,
  phrases: Phrases,
  controller: Controller,
  now: string,
): Promise<void> {
  const before = await store.load('consultation', demonstrationCode);
  const wanted = named(before ?? demonstration(catalogue, phrases, now), controller);
  if (JSON.stringify(wanted) !== JSON.stringify(before)) await store.save('consultation', wanted);
}

function named(consultation: Consultation, { name, contact }: Controller): Consultation {
  const before = consultation.controller;
  const languages = Object.keys(before.name);
  return {
    ...consultation,
    controller: {
      name:
        name === undefined ? before.name : Object.fromEntries(languages.map((language) => [language, name])),
      contact: contact ?? before.contact,
    },
  };
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
