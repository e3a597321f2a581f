/** Whom not to tell again, and how whoever was told is noted. */
export interface Told {
  readonly already: readonly string[];
  readonly note: (reader: string) => Promise<void>;
}

/** `behind`: somebody could not be reached now. */
export type Telling = 'told' | 'behind';
