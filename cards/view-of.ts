import type { Catalogues } from '../src/domain/catalogue/catalogues.ts';
import type { Language } from '../src/domain/catalogue/language.ts';
import { textIn } from '../src/domain/catalogue/text-in.ts';
import type { Consultation } from '../src/domain/consultation/consultation.ts';
import type { Phrases } from '../src/domain/conversation/phrases.ts';
import type { View } from './view.ts';

/** What sets one view of a consultation apart from another, as plain data. */
interface Seen {
  readonly consultation: Consultation;
  readonly language: Language;
  readonly place: ViewPlace;
  readonly links: View['links'];
}

/** Where what is shown stands. */
export type ViewPlace = Pick<View, 'action' | 'setting' | 'several' | 'dialogs' | 'watchers'>;

/** Content and wording, the same for every view. */
export interface Spoken {
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
}

/** The view that plain data stands for. */
export function viewOf(
  { consultation, language, place, links }: Seen,
  { catalogues, phrases }: Spoken,
): View {
  const catalogue = catalogues.of(consultation);
  return {
    language,
    catalogue,
    text: textIn(catalogue, language),
    say: phrases.say(language),
    consultation,
    ...place,
    links,
  };
}
