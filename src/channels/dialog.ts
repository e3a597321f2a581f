import { about } from '#cards/about.ts';
import { render } from '#cards/render.ts';
import type { AdaptiveCard, Rendered, View } from '#cards/view.ts';
import type { Reply } from '#domain/reply.ts';
import { cardType } from './outbound.ts';

/** Teams takes no larger card here. */
const largest = 27_000;

/**
 * Replies as a dialog of Teams shows them (the answer to `task/fetch` and `task/submit`): one card, of which the last
 * reply has the buttons; what was said before it stands above.
 */
export function dialog(replies: readonly Reply[], view: View) {
  const card = stacked(
    replies.map((reply) => render(reply, view)),
    view,
  );
  const value = {
    title: about(view).title,
    width: 'medium',
    height: 'large',
    card: { contentType: cardType, content: card },
  };
  return { task: { type: 'continue', value } };
}

/** One card of several, the earliest left out where they do not fit in one. */
function stacked(all: readonly Rendered[], view: View): AdaptiveCard {
  const { language: lang } = view;
  const text = all.map((one) => one.text).join('\n');
  // What is read aloud of a long card is short.
  const speak = all.map((one) => one.card?.speak ?? one.text).join('\n');
  const body = all.flatMap(
    ({ text: said, card }) => card?.body ?? [{ type: 'TextBlock', text: said, wrap: true }],
  );
  const actions = all.findLast(({ card }) => (card?.actions.length ?? 0) > 0)?.card?.actions ?? [];
  const card = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang,
    fallbackText: text,
    speak,
    body,
    actions,
  } as const;
  const isLarge = Buffer.byteLength(JSON.stringify(card)) > largest;
  return isLarge && all.length > 1 ? stacked(all.slice(1), view) : card;
}
