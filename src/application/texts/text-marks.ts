import type { TextMark } from '#domain/records/text-mark.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/** The marks of a consultation's texts, by the text's id; some may be of texts that are there no more. */
export async function marksOf(consultation: string, store: Store): Promise<ReadonlyMap<string, TextMark>> {
  const marks = await allOf(store, 'text-mark', (one) => one.consultation === consultation);
  return new Map(marks.map((mark) => [mark.id, mark]));
}
