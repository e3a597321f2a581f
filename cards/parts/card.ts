import { packOf, primary } from '#domain/catalogue/language.ts';
import type { AdaptiveCard, Rendered, View } from '../view.ts';
import { type Action, type Element, words } from './elements.ts';
import { lines } from './plain.ts';

/** What stands on a card, and the same in plain words. */
export interface Content {
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
  readonly text: string;
  /** What is read aloud of a long card; the plain words by default. */
  readonly speak?: string;
  /** How the card is brought up to date for each of a few people (Universal Actions). */
  readonly refresh?: AdaptiveCard['refresh'];
}

/** A part of a card, on it and in plain words. */
export type Part = Pick<Content, 'body' | 'text'>;

/** Content as a card, with its plain words. */
export type Drawn = Rendered & { readonly card: AdaptiveCard };

/** Makes content an Adaptive Card 1.5. */
export function card(view: View, { body, actions, text, speak, refresh }: Content): Drawn {
  const { tag, direction } = packOf(view.catalogue.packs, view.language);
  return {
    text,
    ...(speak !== undefined && { speak }),
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      lang: primary(tag),
      ...(direction === 'rtl' && { rtl: true }),
      fallbackText: text,
      body,
      actions,
      ...(refresh && { refresh }),
    },
  };
}

/** Some hosts take no card above 28 KB; what a channel wraps around it needs some room. */
const largest = 27_000;

/** The first of several versions of a card, most detailed first, that is small enough; else the last. */
export function fitted<Detail>(
  view: View,
  details: readonly [Detail, ...Detail[]],
  draw: (detail: Detail) => Content,
): Drawn {
  const [detail, next, ...rest] = details;
  const rendered = card(view, draw(detail));
  if (next === undefined || bytes(rendered.card) <= largest) return rendered;
  return fitted(view, [next, ...rest], draw);
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** What several replies show, as one card: the last that has buttons gives them. The earliest are left out where all do not fit. */
export function stacked(view: View, all: readonly Rendered[]): Drawn {
  return fitted(view, suffixes(all), (shown) => ({
    body: shown.flatMap(({ text, card }) => card?.body ?? [words(text)]),
    actions: shown.findLast(({ card }) => (card?.actions.length ?? 0) > 0)?.card?.actions ?? [],
    text: lines(...shown.map(({ text }) => text)),
    // What is read aloud of a long card is short.
    speak: lines(...shown.map(({ text, speak = text }) => speak)),
  }));
}

type Some = readonly Rendered[];

/** All, then all but the first, down to the last alone. */
const suffixes = (all: Some): readonly [Some, ...Some[]] =>
  all.length > 1 ? [all, ...suffixes(all.slice(1))] : [all];
