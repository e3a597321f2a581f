import { type LanguagePack, primary } from './language.ts';

const opening = '\u2066';
const closing = '\u2069';

/**
 * A text of another language among those of this pack: set apart by marks that take no room (Unicode isolates), so that it reads in its own
 * direction, and that a page can say its language. Of the same language it needs none.
 */
export function isolate(text: string, pack: LanguagePack): string {
  const { fallback } = pack;
  if (fallback === undefined || primary(fallback) === primary(pack.language) || text === '') return text;
  return `${opening}${text}${closing}`;
}

/** Every text within data of any shape; `said`, what people type, stays as it is. */
export function isolateAll(data: unknown, pack: LanguagePack): unknown {
  if (typeof data === 'string') return isolate(data, pack);
  if (Array.isArray(data)) return data.map((item) => isolateAll(item, pack));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, key === 'said' ? value : isolateAll(value, pack)]),
  );
}
