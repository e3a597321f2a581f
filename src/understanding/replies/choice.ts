import { repeated } from '../matching/exact.ts';
import { named } from '../matching/found.ts';
import { pick } from '../matching/pick.ts';
import { readTotal } from '../numbers/total.ts';
import type { Option, Reading } from '../reading.ts';
import type { Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { besideDontKnow } from './dont-know.ts';

/** One option: by its title, a distinctive part or its beginning, or its place in the list. */
export function readChoice(
  tokens: readonly Token[],
  titles: Vocabulary,
  options: readonly Option[],
): Reading {
  const exact = options[repeated(tokens, titles) ?? -1];
  if (exact !== undefined) return { kind: 'choice', value: exact.id };
  const total = readTotal(tokens, titles);
  if (total !== undefined) return chosen(total, options, false);
  const beside = besideDontKnow(tokens);
  const picked = pick(beside ?? tokens, titles);
  if (beside !== undefined && picked.outcome === 'none') return { kind: 'dont-know' };
  return chosen(named(picked), options, beside !== undefined);
}

function chosen(indexes: readonly number[], options: readonly Option[], isUnsure: boolean): Reading {
  const ids = options.flatMap(({ id }, i) => (indexes.includes(i) ? id : []));
  const [first, ...more] = ids;
  if (first === undefined) return { kind: 'unclear', reason: 'not-a-choice' };
  if (isUnsure || more.length > 0) return { kind: 'unclear', reason: 'ambiguous', understood: ids };
  return { kind: 'choice', value: first };
}
