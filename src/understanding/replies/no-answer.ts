import type { Reading } from '../reading.ts';
import { only } from '../words/hedges.ts';
import { lexicon, without } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';

/** Whether a reply asks to pass this over, or says that the person does not know, and says nothing else. */
export function noAnswer(tokens: readonly Token[]): Reading | undefined {
  if (only(tokens, skip).length > 0) return { kind: 'skip' };
  return only(tokens, dontKnow).length > 0 || onlyAsks(tokens) ? { kind: 'dont-know' } : undefined;
}

/** Whether a reply leaves the choice open: "au hasard", "peu importe". */
export const isAny = (tokens: readonly Token[]): boolean => only(tokens, any).length > 0;

const any = lexicon([
  [
    'any',
    `
    au hasard, hasard, n’importe, n’importe lequel, n’importe laquelle, n’importe quoi, peu importe, peu m’importe,
    ça m’est égal, m’est égal, c’est égal, comme vous voulez, comme tu veux, à vous de choisir, choisissez pour moi,
    vous choisissez, au pif, celui que vous voulez, any, any of them, any one, anything, whichever, whatever, random, at random,
    surprise me, you choose, no preference, i don’t mind, i don’t care, it doesn’t matter`,
  ],
]);

/** A reply without its "I don't know"; undefined when it has none. */
export function besideDontKnow(tokens: readonly Token[]): readonly Token[] | undefined {
  const { rest, found } = without(tokens, dontKnow);
  return found.length > 0 ? rest : undefined;
}

/** "?" or "???": the question is not understood, which is a way of not knowing. */
function onlyAsks(tokens: readonly Token[]): boolean {
  return tokens.length > 0 && tokens.every(({ text }) => text === '?');
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

const dontKnow = lexicon([
  [
    'dont-know',
    `
    je ne sais pas, je ne sais pas trop, je ne sais pas du tout, je ne sais vraiment pas, je ne sais pas encore,
    je ne saurais dire, je ne saurais pas dire, je ne sais plus, je sais pas, je sais pas trop, je sais pas du
    tout, je sais plus, j’sais pas, jsais pas, chais pas, chépa, sais pas, ne sais pas, ne sait pas, sait pas,
    je c pas, je c pas trop, jc pas, j’c pas, je sé pas, jsé pas, jsai pas, je sai pas, je ses pas, ché pas, chai pas, jcp, j’en c rien, j’en sé rien, g pas d’avis,
    jsp, jspp, jpp savoir, j’en sais rien, je n’en sais rien, en sais rien, aucune idée, pas d’idée, pas la
    moindre idée, aucune opinion, aucun avis, sans avis, sans opinion, pas d’avis, pas d’opinion, je n’ai pas
    d’avis, je n’ai pas d’opinion, je n’ai aucune idée, ne se prononce pas, je ne me prononce pas, nsp, je ne
    peux pas dire, je peux pas dire, impossible à dire, difficile à dire, pas sûr, pas sûre, pas certain, pas
    certaine, je ne suis pas sûr, je ne suis pas sûre, je ne suis pas certain, je ne suis pas certaine,
    j’hésite, mystère, i don’t know, i dont know, i do not know, i really don’t know, don’t know, dont know, do
    not know, dunno, i dunno, idk, dk, no idea, i have no idea, no clue, i have no clue, no opinion, no view,
    not sure, i m not sure, i am not sure, unsure, hard to say, i can’t say, i cannot say, can’t say, can’t
    tell, undecided`,
  ],
]);
