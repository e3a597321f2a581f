import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import type { TextMark } from '#domain/records/text-mark.ts';
import type { IdentifiedText } from '../parts.ts';

/** A text with where it belongs and what was decided of it. */
export interface SortedText extends IdentifiedText {
  /** Absent: what it is about is asked no more. */
  readonly domain?: DomainId;
  readonly mark?: TextMark;
}

/** Texts in the catalogue's order: by domain, then by question and trajectory. */
export function sortedTexts(
  texts: readonly IdentifiedText[],
  marks: ReadonlyMap<string, TextMark>,
  { domains }: Catalogue,
): readonly SortedText[] {
  const places = new Map(
    domains
      .flatMap(({ id, questions, trajectories }) =>
        [...questions, ...trajectories].map((item) => ({ item: item.id, domain: id })),
      )
      .map(({ item, domain }, place) => [item, { domain, place }]),
  );
  const placeOf = ({ item }: IdentifiedText) => places.get(item)?.place ?? places.size;
  return texts
    .map((text) => {
      const [domain, mark] = [places.get(text.item)?.domain, marks.get(text.id)];
      return { ...text, ...(domain && { domain }), ...(mark && { mark }) };
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b) || byName(a.item, b.item) || byName(a.id, b.id));
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
