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
  /** They typed a resume code. */
  | { readonly kind: 'resume-code'; readonly came: CodeOutcome }
  /** They gave the code of their invitation, where only those who have one may answer. */
  | { readonly kind: 'entry-code'; readonly came: EntryCodeOutcome };

/** What came of an entry code. `refused`: used, taken back or never made, which nobody can tell apart; `unlike`: it is none. */
export type EntryCodeOutcome =
  | { readonly outcome: 'admitted' | 'refused' | 'unlike' }
  /** As for a resume code. */
  | { readonly outcome: 'later'; readonly minutes: number };

/** What came of a resume code: it is theirs from now on, or why it is not. */
type CodeOutcome =
  | { readonly outcome: 'resumed' | 'unknown' | 'busy' }
  /** Too many wrong ones were tried from there: they are listened to again in so many minutes. */
  | { readonly outcome: 'later'; readonly minutes: number };
