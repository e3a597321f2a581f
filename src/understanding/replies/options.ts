import { named } from '../found.ts';
import { repeated } from '../matching/exact.ts';
import { listed } from '../matching/listed.ts';
import { pick } from '../matching/pick.ts';
import { isNone, readTotal } from '../matching/total.ts';
import type { Option, Reading } from '../reading.ts';
import type { Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { besideDontKnow } from './no-answer.ts';

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

/** Several options: a list of titles, parts of titles or places, "toutes", "tout sauf ...", "aucune" where it exists. */
export function readMulti(
  tokens: readonly Token[],
  titles: Vocabulary,
  options: readonly Option[],
  max: number,
): Reading {
  const exact = repeated(tokens, titles);
  const total = exact === undefined ? readTotal(tokens, titles) : [exact];
  const beside = total === undefined ? besideDontKnow(tokens) : undefined;
  const { indexes, isWhole } =
    total === undefined ? listed(beside ?? tokens, titles) : { indexes: total, isWhole: total.length > 0 };
  const values = options.flatMap(({ id }, i) => (indexes.includes(i) ? id : []));
  if (beside !== undefined) {
    return values.length === 0
      ? { kind: 'dont-know' }
      : { kind: 'unclear', reason: 'ambiguous', understood: values };
  }
  if (!isWhole)
    return { kind: 'unclear', reason: 'not-a-choice', ...(values.length > 0 && { understood: values }) };
  const isTorn = values.length > 1 && indexes.some((i) => isNone(titles.tokens[i]));
  if (isTorn) return { kind: 'unclear', reason: 'ambiguous', understood: values };
  if (values.length > max) return { kind: 'unclear', reason: 'too-many', understood: values };
  return { kind: 'multi', values };
}

function chosen(indexes: readonly number[], options: readonly Option[], isUnsure: boolean): Reading {
  const ids = options.flatMap(({ id }, i) => (indexes.includes(i) ? id : []));
  const [first, ...more] = ids;
  if (first === undefined) return { kind: 'unclear', reason: 'not-a-choice' };
  if (isUnsure || more.length > 0) return { kind: 'unclear', reason: 'ambiguous', understood: ids };
  return { kind: 'choice', value: first };
}
