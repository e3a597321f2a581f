import type { z } from 'zod';
import { isolateAll } from '#domain/catalogue/isolate.ts';
import type { LanguagePack } from '#domain/catalogue/language.ts';
import { exists } from '../files/folder.ts';
import type { Root } from '../files/root.ts';
import { readShaped, type Shaped, shape } from '../files/shape.ts';
import { readSheet, type YamlSheet } from '../files/sheet.ts';
import { typesetAll } from '../files/typography.ts';

/** Reads a file of texts in one shape; where its language stands on another, what it does not tell is told by that one. */
export function readTold<T>(
  root: Root,
  pack: LanguagePack,
  file: string,
  schema: z.ZodType<T>,
): Shaped<T> & { readonly sheet: YamlSheet } {
  const { language, fallback } = pack;
  if (fallback === undefined) return readShaped(root, `${language}/${file}`, schema, language);
  const base = readSheet(root, `${fallback}/${file}`);
  const below = isolateAll(typesetAll(base.data, fallback), pack);
  // What is wrong with the one below is said there.
  if (!exists(root, `${language}/${file}`)) {
    const { data: _, ...sheet } = base;
    const { value } = shape(base, schema, below);
    return { sheet, problems: [], ...(value !== undefined && { value }) };
  }
  const own = readSheet(root, `${language}/${file}`);
  if (own.data === undefined) return { sheet: own, problems: own.problems };
  const data = over(below, typesetAll(own.data, language));
  return { sheet: { ...own, data }, ...shape(own, schema, data) };
}

/** Maps are told key by key; a text or a list takes the place of the one below. */
function over(below: unknown, own: unknown): unknown {
  if (own === undefined) return below;
  if (!isMap(below) || !isMap(own)) return own;
  const keys = new Set([...Object.keys(below), ...Object.keys(own)]);
  return Object.fromEntries([...keys].map((key) => [key, over(below[key], own[key])]));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
