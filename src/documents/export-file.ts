import { minGroups } from '#domain/consultation/consultation.ts';
import type { DocumentQueue, PrintedDocument } from './queue/document-queue.ts';
import { type ResultFile, releasedOf } from './queue/job.ts';
import type { Result } from './result.ts';
import { csv } from './tables/csv-of.ts';
import { json } from './tables/json/json.ts';
import { zipped } from './tables/zipped.ts';

/** What a result can be taken away as. */
export const formats = ['pdf', 'docx', 'pptx', 'xlsx', 'csv', 'json', 'zip', 'all'] as const;
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
  const printed = await printedAs(format, result, documents);
  if (printed.outcome === 'busy') return printed;
  return {
    outcome: 'made',
    file: { name: nameOf(format, result), type: mediaTypes[format], bytes: printed.bytes },
  };
}

/** `vallee-resultats-2026-11-20-fr.pdf`; a provisional result says so. */
function nameOf(format: Format, { wording, at, kind }: Result): string {
  const { consultation, language } = wording;
  const what = { zip: 'donnees-ouvertes', all: 'tout' }[String(format)] ?? 'resultats';
  const parts = [consultation.id, what, ...(kind === 'provisional' ? ['provisoires'] : [])];
  return `${[...parts, at.slice(0, 10), language].join('-')}.${format === 'all' ? 'zip' : format}`;
}

/** Every file of the result in one zip; open data among them where they are for everybody. */
async function everything(result: Result, documents: DocumentQueue): Promise<PrintedDocument> {
  const isOpen = result.wording.consultation.minGroup >= minGroups.public;
  const files: Record<string, Uint8Array> = {};
  for (const format of formats) {
    if (format === 'all' || (format === 'zip' && !isOpen)) continue;
    const printed = await printedAs(format, result, documents);
    if (printed.outcome === 'busy') return printed;
    files[nameOf(format, result)] = printed.bytes;
  }
  return { outcome: 'printed', bytes: zipped(files) };
}

/** What takes no time is made at once. */
async function printedAs(format: Format, result: Result, documents: DocumentQueue): Promise<PrintedDocument> {
  switch (format) {
    case 'csv':
      return { outcome: 'printed', bytes: csv(result) };
    case 'json':
      return { outcome: 'printed', bytes: json(result) };
    case 'all':
      return everything(result, documents);
    default:
      return documents.print({ kind: kinds[format], result: releasedOf(result) });
  }
}

const kinds = {
  pdf: 'report-pdf',
  docx: 'report-docx',
  pptx: 'slides',
  xlsx: 'workbook',
  zip: 'open-data',
} as const satisfies Record<Exclude<Format, 'csv' | 'json' | 'all'>, ResultFile>;

/** The media type of each. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
  all: 'application/zip',
} as const satisfies Record<Format, string>;
