import type { ReplyOf } from '#domain/conversation/reply.ts';
import { domainMinutes } from '#scenario/coverage/minutes.ts';
import { consultationNames } from '#wording/titles.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** Who speaks and what this is; to a facilitator, how to publish. */
export function welcome({ facilitator }: ReplyOf<'welcome'>, view: View): Rendered {
  const { say, catalogue, text } = view;
  return {
    text: lines(
      say('card.welcome.hello', { ...consultationNames(view), minutes: domainMinutes(catalogue, text) }),
      facilitator && say('card.welcome.facilitator'),
    ),
  };
}
