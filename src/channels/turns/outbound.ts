import { render } from '#cards/render.ts';
import type { View } from '#cards/view.ts';
import { askedBy } from '#dialogs/place/asked.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { OutgoingActivity } from '../wire.ts';

/** What an attachment is when it is an Adaptive Card. */
export const cardType = 'application/vnd.microsoft.card.adaptive';

/** A reply as the channel shows it: a card with its plain text aside, or the text alone. */
export function outbound(reply: Reply, view: View): OutgoingActivity {
  const { text, speak = text, card } = render(reply, view);
  const asked = askedBy(reply);
  return {
    type: 'message',
    label: reply.label,
    locale: view.language,
    speak,
    inputHint: 'expectingInput',
    ...(asked !== undefined && { asked }),
    ...(reply.label === 'notice' && reply.about === 'erased' && { emptied: true }),
    // Plain: what a person typed is never read as Markdown.
    ...(card ? { attachments: [{ contentType: cardType, content: card }] } : { text, textFormat: 'plain' }),
  };
}
