import type { Wording } from '#wording/wording.ts';
import type { LogoPicture } from '../pdf/logo.ts';
import type { Result } from '../result.ts';

/** A file to print, as plain data: it goes to a thread of its own. Times are ISO. */
export type Job =
  | {
      readonly kind: 'poster';
      /** A page each. */
      readonly readers: readonly [Reader, ...Reader[]];
      readonly address: string;
      readonly at: string;
      readonly logo?: LogoPicture;
    }
  /** Of the domains of the consultation alone. */
  | { readonly kind: 'cards' | 'sheets'; readonly reader: Reader; readonly at: string }
  /** A code that a telephone reads, as PNG of so many pixels or a little more. */
  | { readonly kind: 'code'; readonly address: string; readonly px: number }
  /** A picture that stands by itself (`standalone`), as PNG of so many pixels across. */
  | { readonly kind: 'picture'; readonly svg: string; readonly px: number }
  | { readonly kind: ResultFile; readonly result: Released };

/** What a released result is printed as. Open data must be for everybody: whoever asks sees to it. */
export type ResultFile =
  | 'report-pdf'
  | 'report-docx'
  | 'slides'
  | 'briefing-pdf'
  | 'briefing-docx'
  | 'workbook'
  | 'open-data';

/** What a wording is made again from: functions do not go from thread to thread. */
export type Reader = Pick<Wording, 'consultation' | 'language'>;

/** A result as plain data. */
export interface Released extends Omit<Result, 'wording'> {
  readonly reader: Reader;
}

export const readerOf = ({ consultation, language }: Wording): Reader => ({ consultation, language });

export const releasedOf = ({ wording, ...result }: Result): Released => ({
  reader: readerOf(wording),
  ...result,
});
