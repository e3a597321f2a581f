import { fold } from '#domain/conversation/fold.ts';
import { tokenise } from '../words/tokens.ts';
import { isQuestion } from './question.ts';

/** The longest text that is looked into, in characters. */
const longest = 200;

const stuck =
  /\b(?:aide[rz]?|aide[- ]moi|help|exemples?|examples?|comprends? (?:pas|rien)|sais pas|sais plus|aucune idee|pas d'idee|bloque|perdue?|stuck|lost|no idea|(?:don't|do not|dont) (?:know|understand|get it))\b/;

/** Whether somebody who is to write something asks how, or says that they do not know. */
export const asksForHelp = (text: string): boolean =>
  text.length <= longest && (isQuestion(tokenise(text)) || stuck.test(fold(text)));
