import type { ConversationBinding } from '../../wire.ts';
import type { Holder } from './token.ts';

/** What a token tells of the person before the conversation begins. */
export const bindingOf = ({ consultation, invited, by, trial }: Holder): ConversationBinding => ({
  consultation,
  facilitator: invited !== undefined,
  ...(by !== undefined && { by }),
  ...(trial !== undefined && { trial }),
});
