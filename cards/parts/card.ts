import type { AdaptiveCard, Rendered, View } from '../view.ts';
import type { Action, Element } from './elements.ts';

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

/** Content as a card, with its plain words. */
export type Drawn = Rendered & { readonly card: AdaptiveCard };

/** Makes content an Adaptive Card 1.5. */
export function card(view: View, { body, actions, text, speak = text, refresh }: Content): Drawn {
  const { language: lang } = view;
  return {
    text,
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      lang,
      fallbackText: text,
      speak,
      body,
      actions,
      ...(refresh && { refresh }),
    },
  };
}
