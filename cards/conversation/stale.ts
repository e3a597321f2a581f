import type { Rendered, View } from '../view.ts';

/** A button of a card that is past; what is asked now follows. */
export function stale({ say }: View): Rendered {
  return { text: say('card.stale') };
}
