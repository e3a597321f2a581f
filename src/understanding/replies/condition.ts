/** A reply, and the condition it makes, as typed. */
interface Apart {
  readonly said: string;
  readonly condition?: string;
}

/**
 * The condition that a reply makes, apart from what it says: "souhaitable si c'est gratuit" is "souhaitable", on the condition
 * "c'est gratuit". What only sounds like one ("même si", "je ne sais pas si") is left in its place. Linear in the text.
 */
export function apartCondition(text: string): Apart {
  for (const match of text.matchAll(openings)) {
    const [whole, lead = '', opening = ''] = match;
    const before = text.slice(0, match.index + lead.length);
    const after = text.slice(match.index + whole.length).trim();
    // "S'il" leaves its apostrophe.
    const rest = /^s$/i.test(opening) ? after.replace(/^['’]\s*/, '') : after;
    if (rest === '' || (isPlainIf.test(opening) && concessions.test(before))) continue;
    const condition = keeps.test(opening) ? `${opening.trim()} ${rest}` : `${link(opening)}${rest}`;
    return { said: before.replace(trailing, ''), condition: condition.replace(/[\s.;]+$/, '') };
  }
  return { said: text };
}

/** What begins a condition, French and English; word by word, so that no part of a word does. */
const openings =
  /(^|[\s,;:.(…-])((?:mais\s+)?(?:à|a)\s+(?:la\s+)?(?:seule\s+)?conditions?\s+(?:que|de|d(?=['’])|qu(?=['’]))|sous\s+conditions?\s+(?:que|de)|sous\s+réserve\s+(?:que|de)|pourvu\s+que|du\s+moment\s+que|tant\s+que|uniquement\s+si|seulement\s+si|que\s+si|sauf\s+si|sauf\s+s(?=['’])|à\s+moins\s+(?:que|de)|si|s(?=['’]ils?\b)|on\s+condition\s+(?:that|of)|provided(?:\s+that)?|providing|as\s+long\s+as|so\s+long\s+as|only\s+if|unless|if)(?![\p{L}\p{N}])/giu;

const isPlainIf = /^(?:si|if|s)$/i;

/** Words after which "si" makes no condition. */
const concessions =
  /(?:^|[^\p{L}])(?:même|meme|comme|et|pas|plus|savoir|demande|vois|ignore|si|even|as|know|wonder|sure|whether|see)\s*$/iu;

/** Openings that say more than "if": they stay before what they open. */
const keeps = /^(?:sauf|à\s+moins|unless|tant|as\s+long|so\s+long)/i;

/** "à condition que ce soit" is kept as "que ce soit". */
const link = (opening: string): string => {
  const [, word] = /(?:conditions?|réserve|pourvu|moment)\s+(que|de|d|qu|that|of)$/i.exec(opening) ?? [];
  if (word === undefined || word === 'that' || word === 'of') return '';
  return /^(?:d|qu)$/i.test(word) ? word : `${word} `;
};

const trailing = /[\s,;:(…-]+(?:mais|but)?[\s,]*$/i;
