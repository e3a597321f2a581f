import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';

/** The page of a conversation of which nothing is kept, with what it may load; `ticket` opens it once. */
export type TrialPage = (
  its: Consultation,
  language: Language,
  ticket: string,
) => Promise<{ readonly html: string; readonly policy: string }>;
