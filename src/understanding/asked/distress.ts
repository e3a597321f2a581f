import type { Phrasings } from '#domain/conversation/asked.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import type { Token } from '../words/tokens.ts';
import { coverages, keysOf, keysOfPhrase, occurrences, phraseIndex } from './coverage.ts';

/**
 * Whether somebody says that they suffer so much that an answer must come before anything else. What they say in so many words
 * counts wherever it stands, unless it is denied or past, or is a manner of speaking ("mourir de rire", "vieillir et mourir ici"). What may be
 * said of anything ("je n'en peux plus") counts alone.
 */
export function isDistress(tokens: readonly Token[], phrasings: Phrasings): boolean {
  const { anywhere, unless, says } = compiled(phrasings);
  const keys = [...keysOf(tokens)];
  for (const { wanted } of unless(keys))
    for (const used of occurrences(keys, wanted)) keys.fill('', Math.min(...used), Math.max(...used) + 1);
  const isSaid = anywhere(keys).some(({ wanted }) =>
    occurrences(keys, wanted).some((used) => !isTurnedRound(keys, used)),
  );
  return isSaid || says(tokens).some(({ beside, denied }) => beside === 0 && !denied);
}

/** Something denies it or puts it in the past: within it, or just before. */
function isTurnedRound(keys: readonly string[], used: ReadonlySet<number>): boolean {
  const first = Math.min(...used);
  const within = keys.slice(first, Math.max(...used)).filter((_, at) => !used.has(first + at));
  const before = keys.slice(Math.max(0, first - 2), first);
  // What stands before a pause is another matter.
  const near = before.slice(before.lastIndexOf('') + 1);
  return [...within, ...near].some((word) => turned.has(word));
}

const turned = new Set(
  keysOfPhrase(
    'pas jamais aucun aucune sans ni eu failli été avais non not never no don dont didn doesn wouldn had been',
  ),
);

/** Those of the catalogue: read once. */
const compiled = onceEach(({ anywhere = [], unless = [], says = [] }: Phrasings) => ({
  anywhere: phraseIndex(listed(anywhere)),
  unless: phraseIndex(listed(unless)),
  says: coverages(listed(says)),
}));

const listed = (phrases: readonly string[]) => phrases.map((phrase) => [phrase, true] as const);
