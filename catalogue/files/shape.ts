import type { z } from 'zod';
import type { Language } from '#domain/catalogue/language.ts';
import type { CatalogueProblem } from '../problem.ts';
import { explain, type Fault } from './explain.ts';
import type { Root } from './root.ts';
import { type Path, readSheet, type YamlSheet } from './sheet.ts';
import { typesetAll } from './typography.ts';

/** A value in the right shape, or what is wrong with it. */
export interface Shaped<T> {
  /** Absent when there are problems. */
  readonly value?: T;
  readonly problems: readonly CatalogueProblem[];
}

/** Checks data that stands at `path` of a sheet. */
export function shape<T>(sheet: YamlSheet, schema: z.ZodType<T>, data: unknown, path: Path = []): Shaped<T> {
  const parsed = schema.safeParse(data, { reportInput: true });
  if (parsed.success) return { value: parsed.data, problems: [] };
  const faults = parsed.error.issues.flatMap(explain).filter(firstAtItsPlace);
  return {
    problems: faults.map((fault) =>
      sheet.problem([...path, ...fault.path], fault.message, fault.remedy, fault.why),
    ),
  };
}

/** Reads a whole file in one shape; with a language, its texts are set as that language prints them. */
export function readShaped<T>(
  root: Root,
  file: string,
  schema: z.ZodType<T>,
  language?: Language,
): Shaped<T> & { readonly sheet: YamlSheet } {
  const sheet = readSheet(root, file);
  if (sheet.data === undefined) return { sheet, problems: sheet.problems };
  const data = language === undefined ? sheet.data : typesetAll(sheet.data, language);
  return { sheet, ...shape(sheet, schema, data) };
}

/** A value of the wrong type is often too short as well: the first fault says it. */
function firstAtItsPlace({ path }: Fault, index: number, faults: readonly Fault[]): boolean {
  return faults.findIndex((fault) => fault.path.join('.') === path.join('.')) === index;
}
