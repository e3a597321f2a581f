import type { SortedText } from '#application/texts/sorted-texts.ts';
import { fold } from '#domain/conversation/fold.ts';
import type { TextFilter } from './wanted.ts';

/** Texts a page. */
const most = 50;

/** Those that are wanted: how many in all, and those of the page asked for, or of the last there is. */
export function found(texts: readonly SortedText[], wanted: TextFilter) {
  const words = fold(wanted.words).split(' ').filter(Boolean);
  const all = texts.filter((text) => fits(text, wanted) && holds(text, words));
  const pages = Math.max(1, Math.ceil(all.length / most));
  const page = Math.min(wanted.page, pages);
  return { n: all.length, page, pages, shown: all.slice((page - 1) * most, page * most) };
}

function fits({ domain, kind, mark }: SortedText, wanted: TextFilter): boolean {
  if (wanted.domain !== undefined && wanted.domain !== domain) return false;
  if (wanted.kind !== undefined && wanted.kind !== kind) return false;
  return wanted.sorting === undefined || wanted.sorting === (mark?.mark ?? 'unsorted');
}

/** Every word, however it is accented. */
function holds({ text }: SortedText, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}
