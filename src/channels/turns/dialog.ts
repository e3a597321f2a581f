import { stacked } from '#cards/parts/card.ts';
import { render } from '#cards/render.ts';
import type { View } from '#cards/view.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { consultationNames } from '#wording/titles.ts';
import { cardType } from './outbound.ts';

/**
 * Replies as a dialog of Teams shows them (the answer to `task/fetch` and `task/submit`): one card, of which the last
 * reply has the buttons; what was said before it stands above.
 */
export function dialog(replies: readonly Reply[], view: View) {
  const all = replies.map((reply) => render(reply, view));
  const card = { contentType: cardType, content: stacked(view, all).card };
  return {
    task: {
      type: 'continue',
      value: { title: consultationNames(view).title, width: 'medium', height: 'large', card },
    },
  };
}
