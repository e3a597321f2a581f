/** Something an operator should look at. Neither text holds a word that a person wrote. */
export interface StoreProblem {
  readonly about:
    | 'damaged-document'
    | 'damaged-journal'
    | 'unreadable-document'
    | 'unreadable-folder'
    | 'later-document'
    | 'checkpoint-failed'
    | 'backups-refuse'
    | 'vacuum-failed'
    | 'listener-failed';
  readonly message: string;
  readonly remedy: string;
}

export type OnProblem = (problem: StoreProblem) => void;
