import type { Consultation } from '#domain/consultation/consultation.ts';
import type { FreeText, FreeTexts } from '#projections/free-texts.ts';
import type { Store } from '#store/store.ts';
import { marksOf } from './marks-of.ts';

/**
 * The texts of a consultation that a facilitator marked to be quoted, by the question or trajectory they are about: only
 * those whose authors still allow it.
 */
export async function quotesOf(
  { id }: Pick<Consultation, 'id'>,
  texts: FreeTexts,
  store: Store,
): Promise<ReadonlyMap<string, readonly FreeText[]>> {
  const marks = await marksOf(id, store);
  return Map.groupBy(
    (await texts.of(id)).filter((text) => marks.get(text.id)?.mark === 'quote'),
    ({ item }) => item,
  );
}
