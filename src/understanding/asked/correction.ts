/** A reply that corrects the one before. */
export interface Correction {
  /** What is meant instead; empty when that is not said. */
  readonly instead: string;
  /** It can mean nothing else; a weak one ("en fait 3") may speak of what is asked now. */
  readonly isPlain: boolean;
}

/** The correction that a text begins with, French or English: "non en fait 3", "je voulais dire le bus". */
export function correctionIn(text: string): Correction | undefined {
  const typed = text.trim();
  if (typed.length > longest) return undefined;
  const opening = plain.exec(typed) ?? weak.exec(typed);
  if (opening === null) return undefined;
  return { instead: typed.slice(opening[0].length).trim(), isPlain: plain.test(typed) };
}

const longest = 200;

const plain =
  /^(?:(?:oups|pardon|désolée?|desolee?|zut|mince|ah|euh|sorry|oops)[\s,.:!…]+)*(?:non[\s,.]+(?:en fait|finalement|pardon|je voulais dire|je me suis trompée?|je me suis trompee?)|(?:en fait|finalement)[\s,]+non|je me suis trompée?|je me suis trompee?|je m['’]ai trompée?|je voulais dire|je veux dire|je corrige|au temps pour moi|autant pour moi|correction|erreur|no[\s,.]+(?:actually|sorry|i meant|i mean)|actually[\s,]+no|i meant|i made a mistake|my mistake)(?![\p{L}\p{N}])[\s,.:;!…]*/iu;

const weak =
  /^(?:en fait|finalement|pardon|oups|désolée?|desolee?|actually|oops|sorry)(?![\p{L}\p{N}])[\s,.:;!…]*/iu;
