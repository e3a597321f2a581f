import { threadId } from 'node:worker_threads';
import recognizers from '@microsoft/recognizers-text-suite';
import type { Language } from '#domain/catalogue/language.ts';
import type { Recognised } from '../reading.ts';

/** What a worker is asked, one text at a time. */
export interface WorkerQuestion {
  readonly text: string;
  readonly language: Language;
}

const cultures: ReadonlyMap<Language, string> = new Map([
  ['fr', 'fr-fr'],
  ['en', 'en-us'],
]);

/**
 * The recognizers compile their expressions at the first text, again at the first Latin-1 accent, and once more at the
 * first sign beyond Latin-1: after these, no reply pays for it.
 */
const warmUps = ['quatre', 'fête', 'quatre € d’avance'];

/** Takes seconds; says which thread is warm by then. */
export function warmUp(): number {
  for (const language of cultures.keys()) {
    for (const text of warmUps) recognise({ text, language });
  }
  return threadId;
}

export function recognise({ text, language }: WorkerQuestion): Recognised {
  const culture = cultures.get(language);
  if (culture === undefined) return { numbers: [] };
  const numbers = recognizers.recognizeNumber(text, culture).map(({ resolution }) => amount(resolution));
  const found = recognizers.recognizeBoolean(text, culture);
  const yesNo = verdict(
    found.filter((one) => !misheard.has(one.text.toLowerCase())).map(({ resolution }) => resolution),
  );
  return { numbers: numbers.filter(Number.isFinite), ...(yesNo !== undefined && { yesNo }) };
}

/** What they take for yes or no and rarely is: "4 sur 5", "je ne sais pas", "il y a", "y" and "n" within a sentence. */
const misheard = new Set(['sur', 'pas', 'y', 'n']);

/** What the recognizers say of a finding, untyped in their package. */
interface Resolution {
  readonly value?: unknown;
  readonly otherResults?: unknown;
}

/** Numbers come as text with the decimal mark of the language. */
function amount(resolution: Resolution | undefined): number {
  const value = resolution?.value;
  return typeof value === 'string' && value !== '' ? Number(value.replace(',', '.')) : Number.NaN;
}

/** Yes and no in one text are neither. */
function verdict(resolutions: readonly (Resolution | undefined)[]): boolean | undefined {
  const others = resolutions.some((one) => Array.isArray(one?.otherResults) && one.otherResults.length > 0);
  const values = new Set(resolutions.map((one) => one?.value));
  const [value] = values;
  return values.size === 1 && !others && typeof value === 'boolean' ? value : undefined;
}
