import type { Consultation } from '#domain/consultation/consultation.ts';
import { allOf } from '#store/all-of.ts';
import type { Application } from '../parts.ts';

/**
 * Forgets what was decided of texts that are there no more, and that they went with a result: those of somebody who is about to
 * be erased (`theirs`, by id), those that were changed or taken back since. A reason may speak of whoever wrote the text.
 */
export async function forgetTexts(
  { store, textsOf }: Pick<Application, 'store' | 'textsOf'>,
  code: string,
  theirs?: ReadonlySet<string>,
): Promise<void> {
  const quotes = (await store.load('consultation', code))?.quotes ?? [];
  const marks = await allOf(store, 'text-mark', ({ consultation }) => consultation === code);
  // Of somebody who goes, a backup may still say what the records do no more.
  if (theirs === undefined && quotes.length + marks.length === 0) return;
  // Asked after the marks: what is marked meanwhile is there.
  const there = new Set((await textsOf(code)).map(({ id }) => id));
  const isGone = (id: string) => theirs?.has(id) || !there.has(id);
  await store.forget('consultation', code, withoutQuotes(isGone));
  // Where a text has no mark any more, what was set aside as damaged may still name it.
  const all = new Set([...(theirs ?? []), ...quotes, ...marks.map(({ id }) => id)]);
  await store.eraseMany('text-mark', [...all].filter(isGone));
}

const withoutQuotes = (isGone: (id: string) => boolean) => (its: Consultation) =>
  its.quotes?.some(isGone) ? { ...its, quotes: its.quotes.filter((id) => !isGone(id)) } : its;
