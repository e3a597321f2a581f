/** Something wrong in the catalogue's files, said so that the person who wrote them can put it right. */
export interface CatalogueProblem {
  /** Path inside the catalogue's folder. */
  readonly file: string;
  /** Counted from 1; absent when the file itself is missing. */
  readonly line?: number;
  /** Where in the file, `questions.2.options`; empty for the whole of it. */
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
  /** The same for whoever edits a catalogue in the facilitator's space: a phrase under `catalogue-problem`, and what it names. */
  readonly why?: Why;
}

export interface Why {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
