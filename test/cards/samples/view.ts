import { fileURLToPath } from 'node:url';
import type { View } from '#cards/view.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';

const folder = fileURLToPath(new URL('../../../catalogue/', import.meta.url));
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

/** How cards look in one language, on one kind of channel. */
export function viewOf(
  language: string,
  action: View['action'] = 'Action.Submit',
  content: Catalogue = catalogue,
): View {
  const text = content.text[language];
  if (text === undefined) throw new Error(`No wording in ${language}`);
  return {
    language,
    catalogue: content,
    text,
    say: phrases.say(language),
    consultation,
    action,
    setting: 'chat',
    several: false,
    dialogs: false,
    links: {
      page: 'http://localhost:3978/c/vallee',
      results: 'http://localhost:3978/c/vallee/resultats?lang=fr',
      myData: 'http://localhost:3978/api/my-data?t=a.b.c',
      myScenario: 'http://localhost:3978/api/my-scenario?lang=fr&t=a.b.c',
    },
  };
}

/** How cards look to everyone in a channel of Teams of a few people. */
export const channelView = (language: string): View => ({
  ...viewOf(language, 'Action.Execute'),
  setting: 'channel',
  several: true,
  dialogs: true,
  watchers: ['29:one', '29:two'],
});

/** How cards look to one person in a dialog of Teams, over a channel, in a consultation of the longest code. */
export const dialogView = (language: string, content: Catalogue = catalogue): View => ({
  ...viewOf(language, 'Action.Submit', content),
  consultation: { ...consultation, id: 'vallee-de-la-seille-deux-mille-quar-k7p2' },
  setting: 'dialog',
  several: true,
});
