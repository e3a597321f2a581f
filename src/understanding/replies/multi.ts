import { repeated } from '../matching/exact.ts';
import { listed } from '../matching/listed.ts';
import { isNone, readTotal } from '../numbers/total.ts';
import type { Option, Reading } from '../reading.ts';
import type { Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { besideDontKnow } from './dont-know.ts';

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
