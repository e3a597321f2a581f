import { parse } from 'csv-parse/sync';

/** The cells of a CSV file, as any program that follows RFC 4180 reads them. */
export const cellsOf = (bytes: Uint8Array, delimiter: string): string[][] =>
  parse(Buffer.from(bytes), { bom: true, delimiter });

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
