import type { View } from '../view.ts';
import type { Element } from './elements.ts';
import { toggle } from './inputs.ts';

/** The leave to read what is written beside it: unticked until the person ticks it, then as they left it. */
export function shared(given: { readonly shared?: true | undefined }, { say }: View): Element {
  return toggle(
    { id: 'shared', label: say('card.shared.label'), value: `${given.shared ?? false}` },
    say('card.shared.allow'),
  );
}
