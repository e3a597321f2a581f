import type { TextMark } from '#domain/text-mark.ts';
import type { Store } from '#store/store.ts';

/** The marks of a consultation's texts, by the text's id; some may be of texts that are there no more. */
export async function marksOf(consultation: string, store: Store): Promise<ReadonlyMap<string, TextMark>> {
  const marks = new Map<string, TextMark>();
  for await (const { id, record } of store.changes('text-mark', 0))
    if (record?.consultation === consultation) marks.set(id, record);
  return marks;
}
