import { type Activity, ActivityTypes, CardFactory, InputHints, TextFormatTypes } from 'botbuilder';
import { render } from '#cards/render.ts';
import type { View } from '#cards/view.ts';
import type { Reply } from '#domain/reply.ts';

/** An activity of ours: what it is stands in `label`, for page, tests and other clients. */
export type Outgoing = Partial<Activity> & { readonly label: Reply['label'] };

/** A reply as the channel shows it: a card with its plain text aside, or the text alone. */
export function outbound(reply: Reply, view: View): Outgoing {
  const { text, card } = render(reply, view);
  return {
    type: ActivityTypes.Message,
    label: reply.label,
    locale: view.language,
    speak: card?.speak ?? text,
    inputHint: InputHints.ExpectingInput,
    // Plain: what a person typed is never read as Markdown.
    ...(card
      ? { attachments: [CardFactory.adaptiveCard(card)] }
      : { text, textFormat: TextFormatTypes.Plain }),
  };
}
