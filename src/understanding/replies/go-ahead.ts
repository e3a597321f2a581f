import { tokenise } from '../words/tokens.ts';
import { verdict } from '../words/verdict.ts';

/** Whether a text says yes, or to begin, and nothing else: no answer to which, but one to whether. */
export const isGoAhead = (text: string): boolean =>
  text.length <= longest && verdict(tokenise(text.trim())) === 'yes';

const longest = 80;
