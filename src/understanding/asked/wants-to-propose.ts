/** The longest text that is looked into, in characters. */
const longest = 80;

const wish =
  "(?:(?:je |j')(?:veux|voudrais|souhaite|souhaiterais|aimerais|peux|pourrais)(?: bien)? |(?:est[- ]ce qu(?:e |'))?(?:je peux|je pourrais|on peut|on pourrait) |puis[- ]je |peut[- ]on |comment |(?:est[- ]il|c'est) possible de |i want to |i would like to |i'd like to |i'd love to |can i |could i |may i |how (?:do|can) i )?";
const own =
  '(?:une? |des |ma |mon |la |a |an |my |my own |our |one more )?(?:propre |autre |nouvelle |new |own |other |another )?';
const courtesy = "(?: svp| s'il vous plait| please| aussi| too| moi[- ]meme| myself)?";

const trajectory = new RegExp(
  `^${wish}(?:proposer|suggerer|ajouter|soumettre|ecrire|propose|suggest|add|submit|write) ${own}(?:trajectoires?|trajectory|trajectories)${courtesy}$`,
);
const idea = new RegExp(
  `^(?:${wish}(?:en (?:proposer|suggerer|ajouter|soumettre) une(?: autre)?|(?:proposer|suggerer|soumettre) (?:la mienne|autre chose|quelque chose)|(?:proposer|suggerer|soumettre|faire|propose|suggest|submit|make) ${own}(?:idees?|propositions?|suggestions?|ideas?|proposals?)|(?:propose|suggest|submit) (?:one|my own|mine|another(?: one)?|something(?: else)?))|(?:j'ai|i have|i've got) ${own}(?:idee|proposition|suggestion|idea|proposal)(?: a (?:vous )?proposer| to propose)?)${courtesy}$`,
);

/**
 * Whether a folded text says that somebody wishes to propose: a trajectory, by that name, or something of theirs, which may be an
 * answer of its own where one is awaited.
 */
export function wantsToPropose(folded: string): 'trajectory' | 'idea' | undefined {
  if (folded.length > longest) return undefined;
  const text = folded.replace(/[.!?\s]+$/, '');
  if (trajectory.test(text)) return 'trajectory';
  return idea.test(text) ? 'idea' : undefined;
}
