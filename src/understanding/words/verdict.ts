import { degrees, isTurned } from './degree.ts';
import { hedges, only } from './hedges.ts';
import { lexicon, without } from './lexicon.ts';
import { isSilent, type Token } from './tokens.ts';

/** Whether a reply says yes, no or both, and nothing else. */
export function verdict(tokens: readonly Token[]): 'yes' | 'no' | 'both' | undefined {
  const [token, ...more] = tokens;
  const letter = more.every(isSilent) ? letters.get(token?.text ?? '') : undefined;
  const said = new Set(only(tokens, verdicts));
  const [one] = said;
  // "Oui mais", "ok ?": what follows is not said yet.
  if (one === 'yes' && said.size === 1 && isDoubtful(without(tokens, verdicts).rest)) return undefined;
  return said.size > 1 ? 'both' : (letter ?? one);
}

/**
 * Whether a reply opens with yes or no and goes on without taking it back: "oui, je veux bien", "non, pas ce soir". A yes goes on with
 * nothing but what says it once more or is polite: whoever says "oui, vendez mes données" is asked.
 * In English a "no" opens a sentence only before a pause or a pronoun ("no worries" is no refusal).
 */
export function opening(tokens: readonly Token[]): 'yes' | 'no' | undefined {
  const at = tokens.findIndex((token, i) => !isSilent(token) && (openers(tokens, i) || !hedges(tokens, i)));
  const first = at < 0 ? undefined : openers(tokens, at);
  if (first === undefined) return undefined;
  const rest = tokens.slice(at + first.length);
  const isTaken = rest.some((_, i) => {
    const later = verdicts(rest, i)?.meaning;
    return later !== undefined && later !== first.meaning;
  });
  const isUnsure = isDoubtful(rest) || isDoubtful(tokens.slice(0, at));
  if (isTaken || (first.meaning === 'yes' && (isUnsure || !isPlain(rest)))) return undefined;
  return tokens[at]?.text === 'no' && first.length === 1 && !begins(rest) ? undefined : first.meaning;
}

function isPlain(rest: readonly Token[]): boolean {
  const beyond = without(without(rest, verdicts).rest, plain).rest;
  return beyond.every((token, i) => isSilent(token) || hedges(beyond, i) !== undefined);
}

function begins([next]: readonly Token[]): boolean {
  return (
    next === undefined ||
    isSilent(next) ||
    ['i', 'we', 'it', 'not', 'thanks', 'sorry', 'please'].includes(next.text)
  );
}

/** Whether a reply denies, doubts or makes a condition anywhere: a "yes" in it is then no clear yes. */
export function isDoubtful(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, at) => {
    const degree = degrees(tokens, at)?.meaning;
    return doubts.has(text) || (degree !== undefined && isTurned(degree));
  });
}

const doubts = new Set(
  'bof bye revoir ciao tchao boomer whatever cause mais but si if sauf except unless jamais never rien nothing personne nobody quoi what plus tard later quand when pourquoi why ? ne n t'.split(
    ' ',
  ),
);

const letters: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ['o', 'yes'],
  ['y', 'yes'],
  ['n', 'no'],
]);

/** Words so plain that a sentence may go on after them. */
const openers = lexicon<'yes' | 'no'>([
  [
    'yes',
    `
    oui, ouais, ouaip, yes, yep, yeah, yup, ok, okay, d’accord, bien sûr, of course, sure`,
  ],
  ['no', 'non, nan, nope, nah, no, no thanks, no thank you, non merci'],
]);

/** What goes with a yes and adds nothing to it. */
const plain = lexicon<'plain'>([
  [
    'plain',
    `
    merci, merci bien, stp, svp, s’il te plaît, s’il vous plaît, please, thanks, thank you, je, j, on, i, vous, tu, you, nous, we, le, la,
    c, est, it, is, that, suis, am, prêt, prête, prêts, partant, partante, ready, veux, voudrais, aimerais, want, would, like, love, to, bien,
    fine, good, great, super, cool, parfait, y, va, vais, allez, allons, peux, peut, pouvez, can, may, let, us, s, commencer, commence,
    commencez, commençons, commencez, démarrer, participer, participe, répondre, répondez, réponds, begin, start, take, part, answer, effacer, efface, effacez, tout, supprimer,
    supprime, supprimez, erase, delete, everything, all, of, it, clore, clos, fermer, ferme, close, accepte, accepter, accept, agree, sûr, sûre,
    à, cette, ce, ces, aux, au, ma, mes, the, this, these, your, vos, votre, consultation, questionnaire, questions, sondage, survey, certain, certaine, sure, vraiment, really, volontiers, monsieur, madame, bonjour, hello`,
  ],
]);

const verdicts = lexicon<'yes' | 'no'>([
  [
    'yes',
    `
    oui, ouais, ouai, ouaip, ouep, mouais oui, wi, yep, yes, yess, yeah, yup, yea, ya, ok, okay, okey, oké, oki,
    okidoki, d’ac, dac, d’acc, d’accord, daccord, dacodac, entendu, je suis d’accord, bien sûr, bien entendu,
    bien évidemment, évidemment, certainement, absolument, tout à fait, volontiers, avec plaisir, exact,
    exactement, carrément, affirmatif, c’est bon, ça marche, ça me va, ça roule, allons-y, allez-y, on y va,
    vas-y, c’est parti, je veux bien, j’accepte, je suis partant, je suis partante, je suis pour, pas de
    problème, pas de souci, pas de soucis, aucun problème, aucun souci, sans problème, sans souci, pas
    d’objection, aucune objection, si si, mais si, parfait, go, accepter, commencer, commençons, je commence, j’y vais, 👍, 👌, ✅, sure, sure thing, of course, certainly,
    definitely, absolutely, by all means, i agree, agreed, i do, i accept, let’s go, go ahead, start, i’d
    like to, i’d love to, happy to, with pleasure, gladly, true, no problem, no worries, no objection, no
    objections, not a problem, fine, fine by me, that’s fine, sounds good`,
  ],
  [
    'no',
    `
    non, nan, nann, nannn, nope, nop, nah, no, nay, non non, négatif, non merci, pas d’accord, pas ok, je ne
    suis pas d’accord, je suis pas d’accord, pas du tout, absolument pas, certainement pas, surtout pas, pas
    vraiment, pas question, hors de question, jamais, jamais de la vie, je refuse, refuser, je suis contre, je
    ne veux pas, je veux pas, je n’accepte pas, je ne préfère pas, plutôt pas, bien sûr que non, je préfère pas,
    no thanks, no thank you, no way, not at all, not really, never, certainly not, of course not, absolutely
    not, definitely not, i disagree, i don’t agree, i do not agree, i do not want to, i refuse, i don’t want to, i’d rather not, rather not,
    false, 👎, ❌`,
  ],
]);
