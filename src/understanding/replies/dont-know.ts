import { hedges } from '../words/hedges.ts';
import { lexicon, only } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';
import { without } from './without.ts';

/** Whether a reply says that the person does not know, and nothing else. */
export function isDontKnow(tokens: readonly Token[]): boolean {
  return only(tokens, dontKnow, hedges).length > 0 || onlyAsks(tokens);
}

/** A reply without its "I don't know"; undefined when it has none. */
export function besideDontKnow(tokens: readonly Token[]): readonly Token[] | undefined {
  const { rest, found } = without(tokens, dontKnow);
  return found.length > 0 ? rest : undefined;
}

/** "?" or "???": the question is not understood, which is a way of not knowing. */
function onlyAsks(tokens: readonly Token[]): boolean {
  return tokens.length > 0 && tokens.every(({ text }) => text === '?');
}

const dontKnow = lexicon([
  [
    'dont-know',
    `
    je ne sais pas, je ne sais pas trop, je ne sais pas du tout, je ne sais vraiment pas, je ne sais pas encore,
    je ne saurais dire, je ne saurais pas dire, je ne sais plus, je sais pas, je sais pas trop, je sais pas du
    tout, je sais plus, j’sais pas, jsais pas, chais pas, chépa, sais pas, ne sais pas, ne sait pas, sait pas,
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
