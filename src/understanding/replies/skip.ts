import { hedges } from '../words/hedges.ts';
import { lexicon, only } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';

/** Whether a reply asks to pass this over, and says nothing else. */
export function isSkip(tokens: readonly Token[]): boolean {
  return only(tokens, skip, hedges).length > 0;
}

const skip = lexicon([
  [
    'skip',
    `
    passer, passe, passez, passons, je passe, je préfère passer, on passe, passer la question, passer cette
    question, suivant, suivante, question suivante, la suite, sauter, ignorer, sans réponse, pas de réponse, je
    ne réponds pas, je ne veux pas répondre, je ne souhaite pas répondre, je préfère ne pas répondre, je préfère
    ne pas le dire, je préfère ne rien dire, pas envie de répondre, skip, skip it, skip this, skip this one,
    skip this question, skip the question, pass, i pass, i ll pass, next, next one, next question, no answer, no
    comment, prefer not to say, i prefer not to say, i d rather not say, rather not say, i would rather not say,
    prefer not to answer, i prefer not to answer, i d rather not answer`,
  ],
]);
