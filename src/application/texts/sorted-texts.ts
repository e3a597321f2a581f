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

/**
 * Texts in the catalogue's order: by domain, then by question and trajectory; those about the same in the order in which they
 * come. There may be tens of thousands: only items are sorted, and each text is made as it is asked for, so that turns may go on
 * in between.
 */
export function* sortedTexts(
  texts: readonly IdentifiedText[],
  marks: ReadonlyMap<string, TextMark>,
  { domains }: Catalogue,
): Iterable<SortedText> {
  const places = new Map(
    domains
      .flatMap(({ id, questions, trajectories }) =>
        [...questions, ...trajectories].map((item) => ({ item: item.id, domain: id })),
      )
      .map(({ item, domain }, place) => [item, { domain, place }]),
  );
  const placeOf = (item: string) => places.get(item)?.place ?? places.size;
  const byItem = Map.groupBy(texts, ({ item }) => item);
  const items = [...byItem.keys()].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  for (const item of items) {
    const domain = places.get(item)?.domain;
    for (const text of byItem.get(item) ?? []) {
      const mark = marks.get(text.id);
      yield { ...text, ...(domain && { domain }), ...(mark && { mark }) };
    }
  }
}
