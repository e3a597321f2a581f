import type { View } from '#cards/view.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Result } from '../result.ts';

/** A file to print, as plain data: it goes to a thread of its own. Times are ISO. */
export type Job =
  | {
      readonly kind: 'poster';
      /** A page each. */
      readonly readers: readonly [Reader, ...Reader[]];
      readonly address: string;
      readonly at: string;
    }
  /** Of the domains of the consultation alone. */
  | { readonly kind: 'cards' | 'sheets'; readonly reader: Reader; readonly at: string }
  /** A code that a telephone reads, as PNG of so many pixels or a little more. */
  | { readonly kind: 'code'; readonly address: string; readonly px: number }
  | { readonly kind: ResultFile; readonly result: Released };

/** What a released result is printed as. Open data must be for everybody: whoever asks sees to it. */
export type ResultFile =
  | 'report-pdf'
  | 'report-docx'
  | 'briefing-pdf'
  | 'briefing-docx'
  | 'workbook'
  | 'open-data';

/** Of a view, what its consultation and its reader make of it: functions do not go from thread to thread. */
export interface Reader {
  readonly consultation: Consultation;
  readonly language: Language;
  readonly links: Pick<View['links'], 'page' | 'results'>;
}

/** A result as plain data. */
export interface Released extends Omit<Result, 'view'> {
  readonly reader: Reader;
}

export function readerOf({ consultation, language, links: { page, results } }: View): Reader {
  return { consultation, language, links: { page, ...(results !== undefined && { results }) } };
}

export const releasedOf = ({ view, at, scenario, vision }: Result): Released => ({
  reader: readerOf(view),
  at,
  scenario,
  vision,
});
