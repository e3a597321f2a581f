import { tokenise } from '../words/tokens.ts';
import { units } from '../words/units.ts';

/** Whether a text says hello or thanks, and nothing else. */
export function isPolite(text: string): boolean {
  if (text.length > longest) return false;
  const tokens = tokenise(text);
  return tokens.some(({ kind }) => kind === 'word') && units(tokens).length === 0;
}

/**
 * A word of command without the politeness around it: "je voudrais voir les résultats svp" is "les résultats". Takes a folded
 * text, and gives it back as it is when nothing is around.
 */
export function withoutPoliteness(folded: string): string {
  return folded.length > longest ? folded : folded.replace(before, '').replace(after, '').trim();
}

const longest = 80;

const before =
  /^(?:(?:bonjour|bonsoir|ok|oui|alors|merci|hello|hi|et|svp|stp|please)[ ,]+)*(?:(?:je (?:veux|voudrais|souhaite|souhaiterais|peux)|j'aimerais|(?:est[- ]ce qu[e' ]+)?(?:on|je) peu[tx]|peux[- ]tu|pouvez[- ]vous|pourriez[- ]vous|puis[- ]je|comment|i want to|i would like to|i'd like to|can i|can you|could i|could you|how do i|let me) )?(?:(?:me )?(?:voir|montrer|montrez[- ]moi|montre[- ]moi|see|show me|show) )?/;
const after =
  /(?:[ ,]+(?:svp|stp|s'il vous plait|s'il te plait|merci|please|thanks|thank you|maintenant|now))+$/;
