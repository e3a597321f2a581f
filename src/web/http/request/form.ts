import type { Request } from 'restify';
import { z } from 'zod';
import { decoded } from '#documents/tables/csv/decoded.ts';
import { defaultLimits, longestUpload } from '../limits.ts';

/** What a form sent: every value a text, several of one name. */
export interface Form {
  /** The first value of a name, without spaces around it; empty when there is none. */
  one(name: string): string;
  all(name: string): readonly string[];
  /** Everything, in its order, as it came. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
  /** The same as it came, with its line ends. */
  text(name: string): string;
  /** Of a form with files that are no text: the one chosen in a field; none, or none of such a form: no bytes. */
  file(name: string): Uint8Array;
  /**
   * What it says, by a schema whose fields bear the form's names: a list takes every value of its name, a record those
   * of `{name}-{key}` by key, a number a text of figures, anything else the first value. Spaces around a value go. An
   * empty value is an absent one (or null) where the schema allows that. Nothing when it does not fit.
   */
  read<Schema extends z.ZodObject>(schema: Schema): z.output<Schema> | undefined;
}

/** In a form's schema, those of a few that were ticked, in the order of the few; others are not looked at. */
export const someOf = <Value extends string>(few: readonly Value[]) =>
  z.array(z.string()).transform((given) => few.filter((one) => given.includes(one)));

const most = 5_000;

/** Reads a form as browsers send it (`application/x-www-form-urlencoded`, or `multipart/form-data` with files of text); nothing when it is none. */
export async function readForm(request: Request): Promise<Form | undefined> {
  const { body } = request;
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data\b/i.test(type)) {
    const bytes = await received(request);
    return bytes && parts(bytes, type, 'text');
  }
  if (typeof body !== 'string' || !/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined;
  return formOf([...new URLSearchParams(body)]);
}

/**
 * Reads a form with files that are no text, of at most so many bytes in all. What is longer is read past, so that a browser hears the answer,
 * and no part of it is kept: then, how long it was.
 */
export async function readUpload(
  request: Request,
  most: number,
): Promise<Form | { readonly tooLong: number } | undefined> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return readForm(request);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > longestUpload) return undefined;
    if (size > most) chunks.length = 0;
    else chunks.push(chunk);
  }
  return size > most ? { tooLong: size } : parts(Buffer.concat(chunks), type, 'bytes');
}

/** The body of a form with files, which restify's parser leaves unread; nothing when it is too long. */
async function received(request: Request): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > defaultLimits.body) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A form of given pairs. */
export function formOf(
  pairs: readonly (readonly [string, string])[],
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Form {
  const taken = pairs.slice(0, most);
  const all = (name: string) => taken.flatMap(([key, value]) => (key === name ? [value] : []));
  const text = (name: string) => all(name)[0] ?? '';
  const one = (name: string) => text(name).trim();
  const saidIn = (name: string, field: z.core.$ZodType): unknown => {
    const kind = innermost(field);
    if (kind instanceof z.ZodArray) return all(name).map((value) => value.trim());
    if (kind instanceof z.ZodRecord) return startingWith(`${name}-`, taken);
    const value = one(name);
    if (value === '') return emptyIn(field);
    return kind instanceof z.ZodNumber && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  };
  const read = <Schema extends z.ZodObject>(schema: Schema) =>
    schema.safeParse(
      Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, saidIn(name, field)])),
    ).data;
  const file = (name: string) => files.get(name) ?? new Uint8Array();
  return { all, text, one, read, file, pairs: taken };
}

/** What a field takes, without what it allows besides or makes of it. */
function innermost(field: z.core.$ZodType): z.core.$ZodType {
  if (field instanceof z.ZodPipe) return innermost(field.def.in);
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodCatch)
    return innermost(field.def.innerType);
  return field;
}

/** What an empty value stands for: absent or null if either is allowed. */
function emptyIn(field: z.core.$ZodType): '' | null | undefined {
  if (z.safeParse(field, undefined).success) return undefined;
  return z.safeParse(field, null).success ? null : '';
}

/** The values whose names start alike, by what follows. */
function startingWith(start: string, pairs: readonly (readonly [string, string])[]) {
  // Of two of one name, the first counts.
  const its = pairs.filter(([name]) => name.startsWith(start)).toReversed();
  return Object.fromEntries(its.map(([name, value]) => [name.slice(start.length), value.trim()]));
}

async function parts(
  body: Buffer<ArrayBuffer>,
  type: string,
  filesAre: 'text' | 'bytes',
): Promise<Form | undefined> {
  try {
    const data = await new Response(body, { headers: { 'content-type': type } }).formData();
    const pairs: [string, string][] = [];
    const files = new Map<string, Uint8Array>();
    for (const [name, value] of data) {
      if (typeof value === 'string') pairs.push([name, value]);
      else if (filesAre === 'text') pairs.push([name, decoded(await value.bytes())]);
      else files.set(name, await value.bytes());
    }
    return formOf(pairs, files);
  } catch {
    return undefined;
  }
}
