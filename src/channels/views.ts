import type { View } from '#cards/view.ts';
import type { Catalogues } from '#domain/catalogues.ts';
import { type Consultation, minGroups } from '#domain/consultation.ts';
import type { Language } from '#domain/language.ts';
import type { Phrases } from '#domain/phrases.ts';
import { textIn } from '#domain/text-in.ts';
import type { DataLinks } from './data-links.ts';

/** How replies look to one person on one channel. */
export interface Views {
  of(consultation: Consultation, language: Language, channel: string, participant?: string): View;
}

export function createViews(parts: {
  catalogues: Catalogues;
  phrases: Phrases;
  publicUrl: () => string;
  dataLinks: DataLinks;
}): Views {
  const { catalogues, phrases, publicUrl, dataLinks } = parts;
  return {
    of(consultation, wanted, channel, participant) {
      const catalogue = catalogues.of(consultation);
      return {
        language: wanted,
        catalogue,
        text: textIn(catalogue, wanted),
        say: phrases.say(wanted),
        consultation,
        action: channel === 'msteams' ? 'Action.Execute' : 'Action.Submit',
        links: {
          page: `${publicUrl()}/c/${consultation.id}`,
          ...(consultation.minGroup >= minGroups.public && {
            results: `${publicUrl()}/c/${consultation.id}/resultats?lang=${wanted}`,
          }),
          // Signed only when a card asks for it: most replies hold no link.
          get myData() {
            return `${publicUrl()}/api/my-data?t=${participant === undefined ? '' : dataLinks.sign(participant)}`;
          },
          get myScenario() {
            return `${publicUrl()}/api/my-scenario?lang=${wanted}&t=${participant === undefined ? '' : dataLinks.sign(participant)}`;
          },
        },
      };
    },
  };
}
