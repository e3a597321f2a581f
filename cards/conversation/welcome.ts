import type { ReplyOf } from '#domain/conversation/reply.ts';
import { domainMinutes } from '#scenario/coverage/minutes.ts';
import { consultationNames } from '#wording/titles.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** Who speaks and what this is, or was; to a facilitator, how to publish. */
export function welcome({ facilitator, over }: ReplyOf<'welcome'>, view: View): Rendered {
  const { say, catalogue, text } = view;
  const names = consultationNames(view);
  const hello = { ...names, minutes: domainMinutes(catalogue, text) };
  return {
    text: lines(
      over ? say('card.welcome.over', names) : say('card.welcome.hello', hello),
      facilitator && say('card.welcome.facilitator'),
    ),
  };
}
