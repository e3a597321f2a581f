import type { ReplyOf } from '#domain/conversation/reply.ts';
import { consultationNames } from '#wording/titles.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** Who speaks and what this is; to a facilitator, how to publish. */
export function welcome({ facilitator }: ReplyOf<'welcome'>, view: View): Rendered {
  const { say } = view;
  return {
    text: lines(
      say('card.welcome.hello', consultationNames(view)),
      facilitator && say('card.welcome.facilitator'),
    ),
  };
}
