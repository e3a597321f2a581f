/** What a person did, free of any channel. */
export type Event =
  /** They opened the conversation, or came back to it. */
  | { readonly kind: 'joined' }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** What was asked last, of what they had in sight as they sent it, where that is known: a name of `askedAt`. */
      readonly asked?: string;
    }
  /** A card's button, as received: checked by the conversation. */
  | { readonly kind: 'submit'; readonly value: unknown }
  /** They typed a resume code: 'resumed' when it is theirs from now on. */
  | { readonly kind: 'resume-code'; readonly outcome: 'resumed' | 'unknown' | 'busy' };
