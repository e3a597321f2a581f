import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '#catalogue/load.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Wording } from '#wording/wording.ts';

const folder = fileURLToPath(new URL('../../catalogue/', import.meta.url));
const spoken = loadPhrases(folder);
const loaded = loadCatalogue(folder);
if ('problems' in spoken) throw new Error(JSON.stringify(spoken.problems));
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));

/** The project's own content and phrases. */
export const { catalogue } = loaded;
const { phrases } = spoken;
export const words = phrases.words;
export const languages = phrases.languages;

const consultation: Consultation = {
  schema: 1,
  id: 'vallee',
  version: 1,
  catalogue: catalogue.edition,
  title: { fr: 'Vallée de la Seille 2040', en: 'Seille Valley 2040' },
  territory: { fr: 'la vallée de la Seille', en: 'the Seille valley' },
  controller: {
    name: { fr: 'Communauté de communes de la Seille', en: 'Seille community of municipalities' },
    contact: 'donnees@seille.example',
  },
  language: 'fr',
  domains: [...domainIds],
  retentionMonths: 12,
  opensAt: '2026-01-01T00:00:00Z',
  closed: false,
  minGroup: 5,
};

/** How a sample consultation is told in one language. */
export function sampleWording(language: string, content: Catalogue = catalogue): Wording {
  const text = content.text[language];
  if (text === undefined) throw new Error(`No wording in ${language}`);
  return { language, catalogue: content, text, say: phrases.say(language), consultation };
}
