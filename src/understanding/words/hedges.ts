import { type Lexicon, lexicon } from './lexicon.ts';
import { isSilent, type Token } from './tokens.ts';

/** Ways of beginning, softening and being polite, in French and English: a reply means the same without them. */
const softeners = `
euh, heu, hum, hmm, hm, ben, bah, beh, bon, bref, alors, donc, disons, on va dire, on dira, je dirais, je dirai, je dis,
je pense, je pense que, je crois, je crois que, je trouve, je trouve que, il me semble, je mets, je met, je mettrais,
je mettrai, je donne, je donnerais, je choisis, je choisirais, je prends, je prend, j’prends, prends, i go, je vote, j’opte pour, je réponds,
je répondrais, je suis, peut-être, ptet, ptetre, ptêt, p’tet, p’têt, p’t’être, pt’être, peut être bien, probablement,
sans doute, bien sûr, évidemment, of course, environ, à peu près, genre, presque, quasi, quasiment, pratiquement, almost, nearly, plus ou moins, grosso modo, pour moi, quant à moi, selon moi, à mon avis, moi, svp,
stp, s’il vous plaît, s’il te plaît, merci, bonjour, bonsoir, salut, franchement, honnêtement, sincèrement, clairement,
en fait, du coup, voilà, quoi, hein, globalement, une note de, note, ma note, réponse, ma réponse, mon choix, choix, option,
numéro, num, n°, #, point, points, étoile, étoiles, niveau, petit, gros, surtout, principalement, essentiellement,
majoritairement, le plus souvent, plus souvent, en plus, de plus, encore plus, aussi, également, d’abord, en premier, ensuite, puis, enfin, celle, celui, celles, ceux, là, ci,
um, uh, er, erm, well, so, i d say, i would say, i think, i guess, i suppose, i believe, i feel, maybe, perhaps, probably,
possibly, about, around, roughly, approximately, please, thanks, thank you, hello, hi, honestly, frankly, my answer is,
answer, my choice, choice, number, i m, i am, i give, i d give, i ll go for, i would go for, i d go for, i d go with,
i ll go with, i go for, i go with, go for, let s say, i pick, i choose, i take, rating, star, stars, score, mark, level,
in my opinion, imo, personally, mostly, mainly, especially, also, too, first of all, then, and also, to be honest`;

/** Articles, pronouns, auxiliaries and small linking words. */
const links = `
le la les l un une des du de d au aux a à et ou en y je j tu il elle on nous vous me m te t se s ce c ça cela est sera
serait suis être ai avoir que qu qui ne n mon ma mes son sa ses votre vos notre nos leur leurs cette cet ces dans par
chez mais entre between the an of to my in on at by and or i it is its it’s that this these those be am are was would will ll d your our
their but one ones with avec`;

const split = (list: string, by: RegExp) => list.split(by).flatMap((phrase) => phrase.trim() || []);

/** What may be passed over in a reply without changing what it says. */
export const hedges = lexicon([['hedge', [...split(softeners, /,/), ...split(links, /\s+/)]]]);

/** How many tokens may be passed over here: a hedge, or a sign that only punctuates. */
export function passable(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return hedges(tokens, at)?.length ?? (token !== undefined && isSilent(token) ? 1 : 0);
}

/** The meanings in a reply that says nothing else, hedges apart; empty when it says something else or nothing. */
export function only<M>(tokens: readonly Token[], find: Lexicon<M>): readonly M[] {
  const meanings: M[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = find(tokens, at);
    if (phrase !== undefined) meanings.push(phrase.meaning);
    const length = phrase?.length ?? passable(tokens, at);
    if (length === 0) return [];
    at += length;
  }
  return meanings;
}
