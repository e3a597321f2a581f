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
}
