import type { Rendered, View } from '../view.ts';
import type { Drawn } from './card.ts';
import { words } from './elements.ts';
import { fitted } from './fitted.ts';
import { lines } from './plain.ts';

/** What several replies show, as one card: the last that has buttons gives them. The earliest are left out where all do not fit. */
export function stacked(view: View, all: readonly Rendered[]): Drawn {
  return fitted(view, suffixes(all), (shown) => ({
    body: shown.flatMap(({ text, card }) => card?.body ?? [words(text)]),
    actions: shown.findLast(({ card }) => (card?.actions.length ?? 0) > 0)?.card?.actions ?? [],
    text: lines(...shown.map(({ text }) => text)),
    // What is read aloud of a long card is short.
    speak: lines(...shown.map(({ text, card }) => card?.speak ?? text)),
  }));
}

type Some = readonly Rendered[];

/** All, then all but the first, down to the last alone. */
const suffixes = (all: Some): readonly [Some, ...Some[]] =>
  all.length > 1 ? [all, ...suffixes(all.slice(1))] : [all];
