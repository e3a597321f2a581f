import type { Submit } from '#domain/conversation/submit.ts';
import { quoted } from '#wording/titles.ts';
import type { View } from '../view.ts';
import { beside } from './actions.ts';
import type { Action } from './elements.ts';
import { shorten } from './plain.ts';

/** The longest part of their words that stands on a button, in characters. */
const longestOnButton = 40;

type Said = Omit<Extract<Submit, { act: 'ballot' }>, 'act' | 'concern'>;

/** A person's own words beside an opinion, to keep as what worries them, with what else they said. */
export function concernButton(said: Said, concern: string, view: View): Action {
  const remark = quoted(view, shorten(concern, longestOnButton));
  return beside(view, view.say('card.retry.concern', { remark }), { act: 'ballot', ...said, concern });
}
