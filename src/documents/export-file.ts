import type { DocumentQueue, PrintedDocument } from './queue/document-queue.ts';
import { type ResultFile, releasedOf } from './queue/job.ts';
import type { Result } from './result.ts';
import { csv } from './tables/csv-of.ts';
import { json } from './tables/json/json.ts';

/** What a result can be taken away as. */
export const formats = ['pdf', 'docx', 'xlsx', 'csv', 'json', 'zip'] as const;
export type Format = (typeof formats)[number];

/** A file; or that too many wait for theirs. */
export type Exported = { readonly outcome: 'made'; readonly file: File } | { readonly outcome: 'busy' };

interface File {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A released result as a file. */
export async function exportFile(
  format: Format,
  result: Result,
  documents: DocumentQueue,
): Promise<Exported> {
  const { consultation, language } = result.wording;
  const printed = await printedAs(format, result, documents);
  if (printed.outcome === 'busy') return printed;
  const what = format === 'zip' ? 'donnees-ouvertes' : 'resultats';
  const name = `${consultation.id}-${what}-${result.at.slice(0, 10)}-${language}.${format}`;
  return { outcome: 'made', file: { name, type: mediaTypes[format], bytes: printed.bytes } };
}

/** What takes no time is made at once. */
async function printedAs(format: Format, result: Result, documents: DocumentQueue): Promise<PrintedDocument> {
  switch (format) {
    case 'csv':
      return { outcome: 'printed', bytes: csv(result) };
    case 'json':
      return { outcome: 'printed', bytes: json(result) };
    default:
      return documents.print({ kind: kinds[format], result: releasedOf(result) });
  }
}

const kinds = {
  pdf: 'report-pdf',
  docx: 'report-docx',
  xlsx: 'workbook',
  zip: 'open-data',
} as const satisfies Record<Exclude<Format, 'csv' | 'json'>, ResultFile>;

/** The media type of each. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const satisfies Record<Format, string>;
