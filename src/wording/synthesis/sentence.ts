/** A sentence and the figures it says, by name. */
export interface Sentence {
  readonly text: string;
  readonly figures: Readonly<Record<string, number>>;
}

export type Paragraph = readonly Sentence[];
