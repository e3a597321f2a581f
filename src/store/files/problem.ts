/** Something an operator should look at. Neither text holds a word that a person wrote. */
export interface StoreProblem {
  readonly about: 'damaged-document' | 'damaged-journal' | 'checkpoint-failed' | 'listener-failed';
  readonly message: string;
  readonly remedy: string;
}

export type OnProblem = (problem: StoreProblem) => void;

/** What is done with a problem when nobody asked for them: Node prints it as a warning. */
export function warn({ message, remedy }: StoreProblem): void {
  process.emitWarning(`${message} ${remedy}`, 'StoreWarning');
}
