import type { Result } from '#documents/result.ts';
import { minGroups } from '#domain/consultation/consultation.ts';
import type { Wording } from '#wording/wording.ts';
import { csvOf } from '../csv-of.ts';
import { json } from '../json/json.ts';
import { resultSchema } from '../json/result-form.ts';
import type { Table } from '../table.ts';
import { zipped } from '../zipped.ts';
import { openTables } from './open-tables.ts';
import { readme } from './readme.ts';

/** A zip to publish; or why there is none: its figures may stand on fewer people than may be shown to everybody. */
type OpenData = { readonly zip: Uint8Array } | { readonly refused: 'small-groups'; readonly least: number };

/**
 * A released result as open data: CSV for programs (codes as headers, commas, decimal points), JSON with its schema, and what
 * to know about it in both languages. The same bytes for the same result.
 */
export function openData(
  result: Result,
  readers: { readonly french: Wording; readonly english: Wording },
): OpenData {
  if (result.wording.consultation.minGroup < minGroups.public)
    return { refused: 'small-groups', least: minGroups.public };
  const tables = Object.entries(openTables(result)).map(([name, table]) => [`${name}.csv`, plain(table)]);
  const told = (wording: Wording) => {
    const read = { ...result, wording };
    return utf8(readme(read, openTables(read)));
  };
  return {
    zip: zipped({
      'LISEZMOI.md': told(readers.french),
      'README.md': told(readers.english),
      ...Object.fromEntries(tables),
      'resultats.json': json(result),
      'schema.json': utf8(`${JSON.stringify(resultSchema(result.address), null, 2)}\n`),
    }),
  };
}

const plain = ({ columns, rows }: Table): Uint8Array =>
  csvOf({ head: columns.map(({ id }) => id), rows, language: 'en' });

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
