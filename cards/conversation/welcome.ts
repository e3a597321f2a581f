import { about } from '../parts/about.ts';
import { lines } from '../parts/plain.ts';
import type { ReplyOf } from '../parts/said.ts';
import type { Rendered, View } from '../view.ts';

/** Who speaks and what this is; to a facilitator, how to publish. */
export function welcome({ facilitator }: ReplyOf<'welcome'>, view: View): Rendered {
  const { say } = view;
  return {
    text: lines(say('card.welcome.hello', about(view)), facilitator && say('card.welcome.facilitator')),
  };
}
