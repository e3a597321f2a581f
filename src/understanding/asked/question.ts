import { hedges } from '../words/hedges.ts';
import { lexicon } from '../words/lexicon.ts';
import { isSilent, type Token } from '../words/tokens.ts';

/** Whether a text asks: by its mark, or by the words it begins with. */
export function isQuestion(tokens: readonly Token[]): boolean {
  const last = tokens.findLastIndex((token) => !isSilent(token));
  if (tokens.slice(last + 1).some(({ text }) => text === '?')) return true;
  for (let at = 0; at < tokens.length; at++) {
    if (openers(tokens, at) !== undefined) return true;
    if (hedges(tokens, at) === undefined && !isSilentAt(tokens, at)) return false;
  }
  return false;
}

function isSilentAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && isSilent(token);
}

const openers = lexicon([
  [
    'asks',
    `
    est-ce, est-ce que, esque, eske, c’est quoi, c’est qui, c quoi, c qui, qu’est-ce, qu’est-ce que, kesako, qui, à qui, de qui, que
    devient, que deviennent, que veut dire, que signifie, ça veut dire quoi, quoi, pourquoi, comment, combien, quand, quel, quelle, quels,
    quelles, à quoi, en quoi, puis-je, peut-on, dois-je, doit-on, faut-il, y a-t-il, avez-vous, êtes-vous, allez-vous,
    pouvez-vous, gardez-vous, vais-je, suis-je, ai-je, je peux savoir, je voudrais savoir, je veux savoir, j’aimerais savoir, je me
    demande, expliquez, expliquez-moi, définition, dites-moi, is it, is this, are you, are my, are the, do you, do i, does, did, can i,
    can you, could i, could you, may i, must i, should i, will you, will my, will it, what, what’s, who, who’s, why, how, where, when,
    which, whose, i want to know, i would like to know, i wonder, explain, tell me, meaning of, define`,
  ],
]);
