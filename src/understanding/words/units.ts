import { combine, type Degree, degrees } from './degree.ts';
import { hedges } from './hedges.ts';
import { isSilent, type Token } from './tokens.ts';

/** A word that carries meaning, with the degree it is given. `head` is empty for a degree without a word ("plutôt"). */
export interface Unit {
  readonly head: string;
  readonly stem: string;
  /** Set when the head is a number. */
  readonly value?: number;
  readonly degree: Degree;
}

/** What a reply or a label says, hedges and linking words left out. */
export function units(tokens: readonly Token[]): readonly Unit[] {
  const found: Unit[] = [];
  let degree: Degree = {};
  for (let at = 0; at < tokens.length; ) {
    const modifier = degrees(tokens, at);
    const hedge = hedges(tokens, at);
    const token = tokens[at];
    if (modifier !== undefined && modifier.length >= (hedge?.length ?? 0)) {
      degree = combine(degree, modifier.meaning);
      at += modifier.length;
      continue;
    }
    if (hedge === undefined && token !== undefined && !isSilent(token)) {
      found.push(unit(token, degree));
      degree = {};
    }
    at += hedge?.length ?? 1;
  }
  return Object.keys(degree).length === 0 ? found : closed(found, degree);
}

/** What is left at the end belongs to the last word if it only strengthens ("pas d'accord du tout"). */
function closed(found: readonly Unit[], degree: Degree): readonly Unit[] {
  const last = found.at(-1);
  if (last === undefined || degree.strength !== 'full' || degree.denied !== undefined) {
    return [...found, { head: '', stem: '', degree }];
  }
  return [...found.slice(0, -1), { ...last, degree: combine(last.degree, degree) }];
}

function unit({ text, value }: Token, degree: Degree): Unit {
  const head = value === undefined ? text : String(value);
  return { head, stem: stem(head), ...(value !== undefined && { value }), degree };
}

/** A word without its plural and feminine endings, when enough of it stays. */
export function stem(word: string): string {
  return word.length > 3 ? word.replace(/(?:e?e?s?|x)$/, '').replace(/enn$/, 'en') : word;
}
