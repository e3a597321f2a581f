import type { Texts } from '#channels/texts.ts';
import type { Deed } from '#domain/deed.ts';
import type { Store } from '#store/store.ts';
import type { Quote } from '../../results/quotes.ts';
import { quotesOf } from '../texts/quotes-of.ts';

/** A text that a facilitator marked to quote. */
export interface Quotable extends Quote {
  readonly id: string;
}

/** The texts of a consultation that may be published, and those that are. */
export interface PublishedQuotes {
  /** Marked to quote now. */
  marked(code: string): Promise<readonly Quotable[]>;
  /** Chosen at the last publication, as long as their authors share them and they stay marked. */
  published(code: string): Promise<readonly Quotable[]>;
}

/**
 * Which texts a publication chose stands in the journal, as the fact `quotes`: the ids, with spaces between. The texts themselves
 * stay with their authors: what one of them erases or changes is gone from the page at once. `ready`: the texts of before the
 * start are known.
 */
export function createPublishedQuotes(store: Store, texts: Texts, ready: Promise<void>): PublishedQuotes {
  const chosen = new Map<string, { readonly at: string; readonly ids: ReadonlySet<string> }>();
  const take = (deed: Deed | undefined) => {
    const quotes = deed?.did === 'published' ? deed.facts.quotes : undefined;
    const code = deed?.consultation;
    if (deed === undefined || code === undefined || typeof quotes !== 'string') return;
    if ((chosen.get(code)?.at ?? '') > deed.at) return;
    chosen.set(code, { at: deed.at, ids: new Set(quotes.split(' ').filter((id) => id !== '')) });
  };
  const read = async () => {
    store.watch(({ record }) => {
      if (record !== undefined && 'did' in record) take(record);
    });
    for await (const { record } of store.changes('deed', 0)) take(record);
  };
  let reading: Promise<void> | undefined;
  const marked = async (code: string): Promise<readonly Quotable[]> => {
    await ready;
    return [...(await quotesOf({ id: code }, texts, store)).values()].flat();
  };
  return {
    marked,
    async published(code) {
      reading ??= read();
      await reading;
      const ids = chosen.get(code)?.ids ?? new Set<string>();
      return ids.size === 0 ? [] : (await marked(code)).filter(({ id }) => ids.has(id));
    },
  };
}
