/** What came of a request: what it asked for, or why it is refused. */
export type ProtocolOutcome<T> =
  | { readonly outcome: 'done'; readonly value: T }
  | { readonly outcome: 'refused'; readonly refusal: ProtocolRefusal };

/** Why a Direct Line request is refused; the code that its caller reads. */
export type ProtocolRefusal =
  | 'BadArgument'
  | 'MissingToken'
  | 'BadToken'
  | 'TokenExpired'
  /** The token speaks of another conversation. */
  | 'NotYours'
  | 'InvitationNotValid'
  | 'UnknownConsultation'
  /** What was said in it was erased: a new conversation is needed. */
  | 'ConversationGone'
  | 'TooManyRequests'
  | 'UploadNotSupported'
  /** The bot failed on this turn: nothing of it is kept, the same request may pass later. */
  | 'BotError'
  /** Nothing can be kept now, or the program is stopping. */
  | 'Unavailable';

export const done = <T>(value: T): ProtocolOutcome<T> => ({ outcome: 'done', value });
export const refused = (refusal: ProtocolRefusal): ProtocolOutcome<never> => ({
  outcome: 'refused',
  refusal,
});

/** What follows from an outcome, unless it is refused. */
export function onward<T, U>(
  outcome: ProtocolOutcome<T>,
  next: (value: T) => ProtocolOutcome<U>,
): ProtocolOutcome<U> {
  return outcome.outcome === 'refused' ? outcome : next(outcome.value);
}

export async function onwardAsync<T, U>(
  outcome: ProtocolOutcome<T>,
  next: (value: T) => Promise<ProtocolOutcome<U>>,
): Promise<ProtocolOutcome<U>> {
  return outcome.outcome === 'refused' ? outcome : next(outcome.value);
}
