import type { Rendered, View } from '#cards/view.ts';
import { cardType } from './outbound.ts';

/** What Teams awaits from a card's button: a word to show under the card, which stays as it is. */
export const noted = ({ say }: View) => word(say('notice.noted'));

/** What Teams puts in the card's place, for whoever pressed its button alone; or a word under it, where there is no card. */
export const instead = ({ text, card }: Rendered) =>
  card === undefined ? word(text) : { statusCode: 200, type: cardType, value: card };

const word = (value: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});
