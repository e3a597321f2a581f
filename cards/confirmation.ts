import { destroy, forward } from './actions.ts';
import { card } from './card.ts';
import { heading, words } from './elements.ts';
import { lines } from './plain.ts';
import type { Rendered, View } from './view.ts';

/** Asked a second time before everything is erased; the way forward keeps everything. */
export function confirmation(view: View): Rendered {
  const { say } = view;
  const what = say('card.erasing.what');
  const group = say('card.erasing.group');
  return card(view, {
    body: [heading(say('card.erasing.heading')), words(what), words(group)],
    actions: [
      forward(view, say('card.erasing.keep'), { act: 'erase', sure: false }),
      destroy(view, say('card.erasing.erase'), { act: 'erase', sure: true }),
    ],
    text: lines(say('card.erasing.heading'), what, group, say('card.erasing.how')),
  });
}
