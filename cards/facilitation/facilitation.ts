import type { ReplyOf } from '#domain/conversation/reply.ts';
import { consultationNames } from '#wording/titles.ts';
import { forwardInPrivate } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { eyebrow, heading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';
import { newConsultation } from './new-consultation.ts';
import { participation } from './participation.ts';

/** What whoever facilitates is shown. */
export function facilitation(reply: ReplyOf<'facilitation'>, view: View): Rendered {
  switch (reply.of) {
    case 'form':
      return newConsultation(reply, view);
    case 'standing':
      return participation(reply, view);
    case 'desk':
      return elsewhere(reply, view);
  }
}

/** In a channel: what concerns the facilitator alone opens from here. */
function elsewhere({ opens }: Extract<ReplyOf<'facilitation'>, { of: 'desk' }>, view: View): Rendered {
  const { say } = view;
  if (!view.dialogs) return { text: say('card.desk.elsewhere') };
  const title = say(`card.desk.${opens}`);
  const why = say('card.desk.why');
  return card(view, {
    body: [eyebrow(consultationNames(view).title), heading(title), words(why)],
    actions: [forwardInPrivate(view, say('card.desk.open'), { act: 'word', word: opens })],
    text: lines(title, why),
  });
}
