import { createReadStream } from 'node:fs';
import { type FileHandle, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Cursor } from '#store/store.ts';
import { idOf, nameOf } from '../documents/name.ts';

/** What stands in front: the form of the digests, and when each folder of documents last changed. */
const Head = z.strictObject({ form: z.string(), shards: z.record(z.string(), z.string()) });
export type DigestHead = z.infer<typeof Head>;

export interface DigestLine {
  readonly cursor: Cursor;
  readonly id: string;
  readonly digest: string;
}

/** The last line: `#` and the CRC-32 of everything before it. */
const endLength = 10;
const endOf = (sum: number) => `#${sum.toString(16).padStart(8, '0')}\n`;

/** The head of a file that is whole; nothing of any other, or of none. It is read twice, so that no part of a damaged one counts. */
export async function headOf(path: string): Promise<DigestHead | undefined> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= endLength) return undefined;
  let sum = 0;
  for await (const bytes of createReadStream(path, { end: size - endLength - 1 })) sum = crc32(bytes, sum);
  let end = '';
  for await (const bytes of createReadStream(path, { start: size - endLength })) end += bytes;
  if (end !== endOf(sum)) return undefined;
  for await (const line of linesOf(path)) return Head.safeParse(parsed(line)).data;
  return undefined;
}

/** The digests of a file that is whole. */
export async function* digestsOf(path: string): AsyncIterable<DigestLine> {
  let isHead = true;
  for await (const line of linesOf(path)) {
    const [place = '', name = '', digest] = isHead ? [] : line.split('\t');
    isHead = false;
    const [cursor, id] = [Number(place), idOf(name)];
    if (digest !== undefined && id !== undefined) yield { cursor, id, digest };
  }
}

/** Writes a file in pieces. Nothing confirms that it is on the disk: a file that is not whole counts for none. */
export class DigestWriter {
  readonly #file: FileHandle;
  #piece: string[] = [];
  #sum = 0;

  constructor(file: FileHandle, head: DigestHead) {
    this.#file = file;
    this.#piece.push(`${JSON.stringify(head)}\n`);
  }

  add({ cursor, id, digest }: DigestLine): void {
    this.#piece.push(`${cursor}\t${nameOf(id)}\t${digest}\n`);
  }

  /** Writes what was added. */
  async flush(): Promise<void> {
    const bytes = Buffer.from(this.#piece.join(''));
    this.#piece = [];
    this.#sum = crc32(bytes, this.#sum);
    await this.#file.appendFile(bytes);
  }

  async end(): Promise<void> {
    await this.flush();
    await this.#file.appendFile(endOf(this.#sum));
  }
}

const linesOf = (path: string) =>
  createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
