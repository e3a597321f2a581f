import type { SortedText } from '#application/texts/sorted-texts.ts';
import { fold } from '#domain/conversation/fold.ts';
import { inSlices } from '#projections/in-slices.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Member } from '../visit.ts';
import type { TextFilter } from './wanted.ts';

/** Texts a page. */
const most = 50;

/** How many texts there are, and how many of them bear which mark. */
export interface TextCounts {
  readonly all: number;
  readonly quote: number;
  readonly aside: number;
}

/** How many are still to be sorted, and how many bear which mark; the script puts a newer one in its place. */
export const countsLine = ({ all, quote, aside }: TextCounts, { say }: Member): Html =>
  html`<p id="counts" role="status">${say('free-texts.counts', { quote, aside, unsorted: all - quote - aside })}</p>`;

/** Those that are wanted: how many, and those of the page asked for, or of the last there is; with the counts of all. */
export async function findTexts(texts: Iterable<SortedText>, wanted: TextFilter) {
  const words = fold(wanted.words).split(' ').filter(Boolean);
  const counts = { all: 0, quote: 0, aside: 0 };
  const fitting: SortedText[] = [];
  await inSlices(texts, (text) => {
    counts.all += 1;
    if (text.mark !== undefined) counts[text.mark.mark] += 1;
    if (fits(text, wanted) && holds(text, words)) fitting.push(text);
  });
  const pages = Math.max(1, Math.ceil(fitting.length / most));
  const page = Math.min(wanted.page, pages);
  const shown = fitting.slice((page - 1) * most, page * most);
  return { counts, n: fitting.length, page, pages, shown };
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
