import { consultationNames } from '#wording/titles.ts';
import { destroy, forward } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { eyebrow, heading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** Asked a second time before a consultation takes no more answers; the way forward leaves it open. */
export function closing(view: View): Rendered {
  const { say } = view;
  const what = say('card.closing.what');
  return card(view, {
    body: [eyebrow(consultationNames(view).title), heading(say('card.closing.heading')), words(what)],
    actions: [
      forward(view, say('card.closing.keep'), { act: 'close', sure: false }),
      destroy(view, say('card.closing.close'), { act: 'close', sure: true }),
    ],
    text: lines(say('card.closing.heading'), consultationNames(view).title, what),
  });
}

/** Asked a second time before everything is erased; the way forward keeps everything. */
export function confirmation(view: View): Rendered {
  const { say } = view;
  const what = say('card.erasing.what');
  const group = say('card.erasing.group');
  // Nobody knows which code was theirs, so that none is given back.
  const code = view.consultation.entry === undefined ? [] : [say('entry-code.erasing')];
  return card(view, {
    body: [heading(say('card.erasing.heading')), ...[what, group, ...code].map((one) => words(one))],
    actions: [
      forward(view, say('card.erasing.keep'), { act: 'erase', sure: false }),
      destroy(view, say('card.erasing.erase'), { act: 'erase', sure: true }),
    ],
    text: lines(say('card.erasing.heading'), what, group, ...code, say('card.erasing.how')),
  });
}
