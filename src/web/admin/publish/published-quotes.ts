import type { Consultation } from '#domain/consultation/consultation.ts';
import type { SharedText } from '#domain/participant/shared-texts.ts';
import type { FreeTexts } from '#projections/free-texts.ts';
import type { Store } from '#store/store.ts';
import { quotesOf } from '../free-texts/quotes-of.ts';

/** A text that a facilitator marked to quote. */
export interface Quotable extends SharedText {
  readonly id: string;
}

/** The texts of a consultation that may be published, and those that are. */
export interface PublishedQuotes {
  /** Marked to quote now. */
  marked(code: string): Promise<readonly Quotable[]>;
  /** Chosen at the last publication, as long as their authors share them and they stay marked. */
  published(consultation: Pick<Consultation, 'id' | 'quotes'>): Promise<readonly Quotable[]>;
}

export function createPublishedQuotes(store: Store, texts: FreeTexts): PublishedQuotes {
  const marked = async (code: string): Promise<readonly Quotable[]> =>
    [...(await quotesOf({ id: code }, texts, store)).values()].flat();
  return {
    marked,
    published: async ({ id, quotes = [] }) =>
      quotes.length === 0 ? [] : (await marked(id)).filter((text) => quotes.includes(text.id)),
  };
}
