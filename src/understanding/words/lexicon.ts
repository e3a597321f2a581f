import { type Token, tokenise } from './tokens.ts';

/** A phrase found in a reply. */
export interface Phrase<M> {
  readonly meaning: M;
  /** In tokens. */
  readonly length: number;
}

/** Finds the longest known phrase that begins at a place. */
export type Lexicon<M> = (tokens: readonly Token[], at: number) => Phrase<M> | undefined;

interface Node<M> {
  readonly next: Map<string, Node<M>>;
  end?: { readonly meaning: M };
}

/**
 * A lexicon of phrases by meaning, as a list or in one string between commas. Phrases are written as people type them:
 * accents and case do not matter. The first meaning of a phrase is the one that counts. `key`: what of a word is compared.
 */
export function lexicon<M>(
  entries: Iterable<readonly [M, string | readonly string[]]>,
  key: (word: string) => string = asWritten,
): Lexicon<M> {
  const root: Node<M> = { next: new Map() };
  for (const [meaning, phrases] of entries) {
    for (const phrase of typeof phrases === 'string' ? phrases.split(',') : phrases)
      leaf(root, phrase.replace(/\s+/g, ' '), key).end ??= { meaning };
  }
  return (tokens, at) => longest(root, tokens, at, key);
}

const asWritten = (word: string): string => word;

/** A reply without the phrases of a lexicon: each leaves a cut, so that what stood around it does not join up. */
export function without<M>(
  tokens: readonly Token[],
  find: Lexicon<M>,
): { rest: readonly Token[]; found: readonly M[] } {
  const rest: Token[] = [];
  const found: M[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = find(tokens, at);
    if (phrase !== undefined) found.push(phrase.meaning);
    rest.push(...(phrase === undefined ? tokens.slice(at, at + 1) : [cut]));
    at += phrase?.length ?? 1;
  }
  return { rest, found };
}

/** A silent sign. */
const cut: Token = { kind: 'mark', text: ';', glued: false };

function leaf<M>(root: Node<M>, phrase: string, key: (word: string) => string): Node<M> {
  return tokenise(phrase).reduce((node, { text }) => {
    const next = node.next.get(key(text)) ?? { next: new Map() };
    node.next.set(key(text), next);
    return next;
  }, root);
}

function longest<M>(
  root: Node<M>,
  tokens: readonly Token[],
  at: number,
  key: (word: string) => string,
): Phrase<M> | undefined {
  let found: Phrase<M> | undefined;
  let node: Node<M> | undefined = root;
  for (let i = at; node !== undefined; i++) {
    if (node.end !== undefined && i > at) found = { meaning: node.end.meaning, length: i - at };
    node = node.next.get(key(tokens[i]?.text ?? ''));
  }
  return found;
}
