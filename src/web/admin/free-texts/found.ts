import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { fold } from '#domain/conversation/fold.ts';
import type { TextMark } from '#domain/records/text-mark.ts';
import type { FreeText } from '#projections/free-texts.ts';
import type { TextFilter } from './wanted.ts';

/** A text with where it belongs and what was decided of it. */
export interface Sorted extends FreeText {
  /** Absent: what it is about is asked no more. */
  readonly domain?: DomainId;
  readonly mark?: TextMark;
}

/** Texts in the catalogue's order: by domain, then by question and trajectory. */
export function sorted(
  texts: readonly FreeText[],
  marks: ReadonlyMap<string, TextMark>,
  { domains }: Catalogue,
): readonly Sorted[] {
  const places = new Map(
    domains
      .flatMap(({ id, questions, trajectories }) =>
        [...questions, ...trajectories].map((item) => ({ item: item.id, domain: id })),
      )
      .map(({ item, domain }, place) => [item, { domain, place }]),
  );
  const placeOf = ({ item }: FreeText) => places.get(item)?.place ?? places.size;
  return texts
    .map((text) => {
      const [domain, mark] = [places.get(text.item)?.domain, marks.get(text.id)];
      return { ...text, ...(domain && { domain }), ...(mark && { mark }) };
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b) || byName(a.item, b.item) || byName(a.id, b.id));
}

/** Texts a page. */
const most = 50;

/** Those that are wanted: how many in all, and those of the page asked for, or of the last there is. */
export function found(texts: readonly Sorted[], wanted: TextFilter) {
  const words = fold(wanted.words).split(' ').filter(Boolean);
  const all = texts.filter((text) => fits(text, wanted) && holds(text, words));
  const pages = Math.max(1, Math.ceil(all.length / most));
  const page = Math.min(wanted.page, pages);
  return { n: all.length, page, pages, shown: all.slice((page - 1) * most, page * most) };
}

function fits({ domain, kind, mark }: Sorted, wanted: TextFilter): boolean {
  if (wanted.domain !== undefined && wanted.domain !== domain) return false;
  if (wanted.kind !== undefined && wanted.kind !== kind) return false;
  return wanted.sorting === undefined || wanted.sorting === (mark?.mark ?? 'unsorted');
}

/** Every word, however it is accented. */
function holds({ text }: Sorted, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
