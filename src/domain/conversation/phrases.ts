import type { Language, LanguagePack } from '../catalogue/language.ts';
import type { AskedPhrasings } from './asked.ts';

/** What fills the braces of a phrase. */
export type Values = Readonly<Record<string, string | number>>;

/** Says a phrase of the interface (ICU MessageFormat); an unknown key is a mistake of the code and throws. */
export type Say = (key: string, values?: Values) => string;

/** The assistant's own wording, apart from any catalogue. */
export interface Phrases {
  /** Those that tell everything. */
  readonly languages: readonly Language[];
  /** Of them, and of those that stand on one of them. */
  readonly packs: readonly LanguagePack[];
  /** The language itself when it is spoken here, else the default one. */
  readonly say: (language: Language) => Say;
  /** The words of command, folded (lower case, no accents), in every language: what is typed to the command. */
  readonly words: ReadonlyMap<string, string>;
  /** What is typed, folded, to ask for a language. */
  readonly tongues: ReadonlyMap<string, Language>;
  /** What people ask beside the questions, in every language. */
  readonly asked: AskedPhrasings;
}
