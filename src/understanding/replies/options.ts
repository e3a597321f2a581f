import { named } from '../found.ts';
import { repeated } from '../matching/exact.ts';
import { isExcept, listed } from '../matching/listed.ts';
import { pick } from '../matching/pick.ts';
import { deniesTitle, isGuessed, lacksDegree, saysMore } from '../matching/titles.ts';
import { isNone, readTotal } from '../matching/total.ts';
import type { Option, Reading } from '../reading.ts';
import { asks, hesitates, isNear } from '../words/doubts.ts';
import { speaksOfOthers } from '../words/others.ts';
import { unsureIn } from '../words/said.ts';
import { split, type Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { besideDontKnow } from './no-answer.ts';

/** One option: by its title, what is said for it, a distinctive part or its beginning, or its place in the list. */
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
  const said = beside ?? tokens;
  const marked = titles.mark(said);
  const unsure = unsureIn(marked);
  const picked = pick(said, titles);
  if (beside !== undefined && picked.outcome === 'none') return { kind: 'dont-know' };
  if (picked.outcome === 'none' && deniesTitle(said, titles)) return { kind: 'unclear', reason: 'denied' };
  const isUnsure =
    beside !== undefined ||
    unsure.length > 0 ||
    isDoubtful(said, titles) ||
    named(picked).some((title) => lacksDegree(marked, title, titles));
  return chosen([...named(picked), ...unsure], options, isUnsure);
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
  const said = beside ?? tokens;
  const isAll = (total?.length ?? 0) > 1 || isExcept(said);
  // Nobody is everything but retired.
  if (isAll && options.some(({ kind }) => kind !== undefined)) return again('not-a-choice', []);
  const { indexes, isWhole } =
    total === undefined
      ? listed(said, titles, differInKind(options))
      : { indexes: total, isWhole: total.length > 0 };
  const ids = (some: readonly number[]) => options.flatMap(({ id }, i) => (some.includes(i) ? id : []));
  const values = ids(indexes);
  if (beside !== undefined) return values.length === 0 ? { kind: 'dont-know' } : again('ambiguous', values);
  const unsure = exact === undefined ? unsureIn(titles.mark(said)) : [];
  if (unsure.length > 0) {
    const sure = values.filter((id) => !ids(unsure).includes(id));
    return { ...again('ambiguous', ids(unsure)), ...(sure.length > 0 && { sure }) };
  }
  if (!isWhole) {
    const reason =
      values.length === 0 && total === undefined && deniesTitle(said, titles) ? 'denied' : 'not-a-choice';
    return again(reason, values);
  }
  const isTorn = values.length > 1 && indexes.some((i) => isNone(titles.tokens[i]));
  if (isTorn) return again('ambiguous', values);
  if (values.length > max) return again('too-many', values);
  const isUnsure = total === undefined && !isExcept(said) && isUnsureList(said, titles);
  return isUnsure ? again('hedged', values) : { kind: 'multi', values };
}

const differInKind = (options: readonly Option[]) => (indexes: readonly number[]) => {
  const kinds = indexes.flatMap((i) => options[i]?.kind ?? []);
  return new Set(kinds).size === kinds.length;
};

type Unclear = Extract<Reading, { kind: 'unclear' }>;

function again(reason: Unclear['reason'], understood: readonly string[]): Unclear {
  return { kind: 'unclear', reason, ...(understood.length > 0 && { understood }) };
}

/** A hesitation with something left unsaid, the mere beginning of a short word, or somebody else: what was found is asked about. */
function isDoubtful(said: readonly Token[], titles: Vocabulary): boolean {
  const tokens = titles.mark(said);
  // "Mes élèves" speaks of others, though "élève" is said for a title.
  if (asks(tokens) || isGuessed(tokens, titles) || speaksOfOthers(said, titles.words)) return true;
  if (tokens.some((token) => isNear(token) && !titles.words.has(token.text))) return true;
  return hesitates(tokens, titles.words) && saysMore(tokens, titles);
}

/** "Entre 2 et 3" chooses none of the two; a list of which a part is doubtful is. */
function isUnsureList(tokens: readonly Token[], titles: Vocabulary): boolean {
  if (tokens.some(({ text }) => text === 'entre' || text === 'between')) return true;
  return split(tokens, ({ text }) => text === ',').some((part) => isDoubtful(part, titles));
}

function chosen(indexes: readonly number[], options: readonly Option[], isUnsure: boolean): Reading {
  const ids = options.flatMap(({ id }, i) => (indexes.includes(i) ? id : []));
  const [first, ...more] = ids;
  if (first === undefined) return { kind: 'unclear', reason: 'not-a-choice' };
  if (more.length > 0) return { kind: 'unclear', reason: 'ambiguous', understood: ids };
  return isUnsure ? { kind: 'unclear', reason: 'hedged', understood: ids } : { kind: 'choice', value: first };
}
