import type { View } from '../view.ts';
import { type Content, card, type Drawn } from './card.ts';

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
