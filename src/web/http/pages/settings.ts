import type { Language } from '#domain/catalogue/language.ts';
import type { Wording } from './wording.ts';

/** What the server tells the page's script, as JSON within the page. */
export interface ChatPageSettings {
  readonly consultation: string;
  /** The page opened by a facilitator's one-time link. */
  readonly facilitator: boolean;
  readonly language: Language;
  readonly texts: Readonly<Record<Language, PageText>>;
}

/** The page's wording in one language, and what the consultation is called in it. */
export interface PageText extends Wording {
  readonly title: string;
  readonly heading: string;
  readonly territory: string;
}
