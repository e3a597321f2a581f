import { readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { errorCode } from '../disk.ts';
import { filesIn } from './list-backups.ts';

/** A backup as one gzipped tar (POSIX.1-2001, pax), made as it is read: a document at a time. */
export const archiveBackup = (path: string): AsyncIterable<Uint8Array> =>
  Readable.from(tarOf(path)).pipe(createGzip());

const block = 512;

async function* tarOf(path: string): AsyncGenerator<Uint8Array> {
  const name = basename(path);
  for (const place of await filesIn(path)) {
    const content = await readFile(join(path, place)).catch((error: unknown) => {
      // Somebody was erased meanwhile.
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (content !== undefined) yield* entry([name, ...place.split(sep)].join('/'), content);
  }
  yield new Uint8Array(2 * block);
}

/** A file; a place that is longer than the old header takes stands before it, whole. */
function* entry(place: string, content: Uint8Array): Generator<Uint8Array> {
  if (place.length > longest) {
    const said = new TextEncoder().encode(paxLine('path', place));
    yield header('pax', said.length, 'x');
    yield* padded(said);
  }
  yield header(place.slice(-longest), content.length, '0');
  yield* padded(content);
}

const longest = 100;

function* padded(content: Uint8Array): Generator<Uint8Array> {
  yield content;
  const rest = content.length % block;
  if (rest > 0) yield new Uint8Array(block - rest);
}

/** "30 path=…": its length counts its own figures. */
function paxLine(key: string, value: string): string {
  const line = ` ${key}=${value}\n`;
  const guess = line.length + `${line.length}`.length;
  const length = line.length + `${guess}`.length;
  return `${length}${line}`;
}

function header(name: string, size: number, kind: 'x' | '0'): Uint8Array {
  const bytes = Buffer.alloc(block);
  const octal = (value: number, at: number, width: number) =>
    bytes.write(value.toString(8).padStart(width - 1, '0'), at, 'latin1');
  bytes.write(name, 0, 'latin1');
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  bytes.fill(' ', 148, 156);
  bytes.write(kind, 156, 'latin1');
  bytes.write('ustar\u000000', 257, 'latin1');
  const sum = bytes.reduce((all, one) => all + one, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}
