import { about } from './about.ts';
import { lines } from './plain.ts';
import type { Said } from './said.ts';
import type { Rendered, View } from './view.ts';

/** Who speaks and what this is; to a facilitator, how to publish. */
export function welcome({ facilitator }: Said<'welcome'>, view: View): Rendered {
  const { say } = view;
  return {
    text: lines(say('card.welcome.hello', about(view)), facilitator && say('card.welcome.facilitator')),
  };
}
