import { allOf } from '#store/all-of.ts';
import type { Application } from '../parts.ts';

/**
 * Forgets what was decided of texts that are there no more, and that they went with a result: those of somebody who is about to
 * be erased (`theirs`, by id), those that were changed or taken back since. A reason may speak of whoever wrote the text.
 */
export async function forgetTexts(
  { store, textsOf }: Pick<Application, 'store' | 'textsOf'>,
  code: string,
  theirs: ReadonlySet<string> = new Set(),
): Promise<void> {
  const quotes = (await store.load('consultation', code))?.quotes ?? [];
  const marks = await allOf(store, 'text-mark', ({ consultation }) => consultation === code);
  if (quotes.length + marks.length === 0) return;
  // Asked after the marks: what is marked meanwhile is there.
  const there = new Set((await textsOf(code)).map(({ id }) => id));
  const isGone = (id: string) => theirs.has(id) || !there.has(id);
  // First what is changed, then what is erased: that leaves nothing of the former form.
  if (quotes.some(isGone))
    await store.update(
      'consultation',
      code,
      (its) => its?.quotes && { ...its, quotes: its.quotes.filter((id) => !isGone(id)) },
    );
  // Where a text has no mark any more, what was set aside as damaged may still name it.
  const all = [...new Set([...quotes, ...marks.map(({ id }) => id)])];
  await store.eraseMany('text-mark', all.filter(isGone));
}
