import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Application, IdentifiedText } from '../parts.ts';
import { marksOf } from './text-marks.ts';

type QuoteParts = Pick<Application, 'store' | 'textsOf'>;

/** The texts that a facilitator marked to be quoted, under what they are about: only those whose authors still allow it. */
export async function markedQuotes(
  { store, textsOf }: QuoteParts,
  code: string,
): Promise<readonly IdentifiedText[]> {
  const marks = await marksOf(code, store);
  const marked = (await textsOf(code)).filter(({ id }) => marks.get(id)?.mark === 'quote');
  return [...Map.groupBy(marked, ({ item }) => item).values()].flat();
}

/** Those chosen at the last publication, as long as their authors share them and they stay marked. */
export async function publishedQuotes(
  parts: QuoteParts,
  { id, quotes = [] }: Pick<Consultation, 'id' | 'quotes'>,
): Promise<readonly IdentifiedText[]> {
  if (quotes.length === 0) return [];
  return (await markedQuotes(parts, id)).filter((text) => quotes.includes(text.id));
}
