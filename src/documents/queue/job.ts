import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import type { Wording } from '#wording/wording.ts';
import type { LogoPicture } from '../pdf/logo.ts';
import type { PaperTable } from '../print/breakout-sheets.ts';
import type { Minuted } from '../report/minutes-blocks.ts';
import type { Result } from '../result.ts';
import type { WorkbookTable } from '../workbook/table.ts';

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
  /** Of tables on a phone of theirs: the sheets of each, behind the way to its phone's page. */
  | {
      readonly kind: 'tables';
      readonly reader: Reader;
      readonly tables: readonly PaperTable[];
      readonly at: string;
    }
  /** Answer sheets of the domains of the consultation, one a number; none: one to be copied. */
  | {
      readonly kind: 'answer-sheets';
      readonly reader: Reader;
      readonly numbers: readonly number[];
      readonly at: string;
    }
  /** An empty table of answer sheets, of the domains of the consultation, to be filled in as a spreadsheet. */
  | { readonly kind: 'answer-table'; readonly reader: Reader }
  /** Single-use codes, in clear: never kept. */
  | {
      readonly kind: 'entry-codes';
      readonly reader: Reader;
      readonly address: string;
      readonly codes: readonly string[];
      readonly at: string;
    }
  /** The sheets of a catalogue, to edit as a spreadsheet. */
  | { readonly kind: 'catalogue'; readonly tables: readonly WorkbookTable[] }
  /** A code that a telephone reads, as PNG of so many pixels or a little more. */
  | { readonly kind: 'code'; readonly address: string; readonly px: number }
  /** A picture that stands by itself (`standalone`), as PNG of so many pixels across. */
  | { readonly kind: 'picture'; readonly svg: string; readonly px: number }
  /** What was asked, answered and decided in a session in a room. */
  | {
      readonly kind: 'minutes-pdf' | 'minutes-docx';
      readonly reader: Reader;
      readonly session: Minuted;
      /** What tables of the workshop agreed on that day. */
      readonly tables: readonly WorkshopResult[];
      readonly logo?: LogoPicture;
    }
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

/** For whom a job is worded. */
export function readersOf(job: Job): readonly Reader[] {
  if ('readers' in job) return job.readers;
  if ('reader' in job) return [job.reader];
  return 'result' in job ? [job.result.reader] : [];
}

export const readerOf = ({ consultation, language }: Wording): Reader => ({ consultation, language });

export const releasedOf = ({ wording, ...result }: Result): Released => ({
  reader: readerOf(wording),
  ...result,
});
