import { lastDayOf } from '#domain/consultation/end-of.ts';
import type { ReleasedView, WaitingView } from '#domain/results/group-view.ts';
import { erasedText } from '../information/retention.ts';
import { spelled } from '../numbers.ts';
import { dated, spokenDate } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** A result, as far as what it is depends on it. */
export type ResultMoment = Pick<ReleasedView, 'kind' | 'at' | 'minGroup' | 'left' | 'since' | 'only'>;

/**
 * What a shown result is, one sentence after the other: first, in short, whether it is the final one and of which day; then
 * what that means, what has changed since, and what comes. That its answers were erased is said last.
 */
export function resultState(result: ResultMoment, wording: Wording): readonly [string, ...string[]] {
  const { say } = wording;
  const { kind, minGroup, left, since, only } = result;
  const erased = erasedText(wording);
  return [
    whatOf(result, wording),
    ...(kind === 'provisional' ? [say('result-state.provisional.coarse'), finalComes(wording)] : []),
    ...(kind === 'final' && since === undefined ? [say('result-state.final.whole')] : []),
    ...(left === undefined ? [] : [say('result-state.left', { n: left, said: spelled(left, wording) })]),
    ...(since === undefined ? [] : [say(`result-state.since.${since}`, { minGroup })]),
    ...(only === undefined ? [] : [say('result-state.only')]),
    ...(erased === undefined ? [] : [erased]),
  ];
}

/** The same in a line: whether it is the final one and of which day; of a provisional one, when the final one comes. */
export function kindLine({ kind, at }: Pick<ResultMoment, 'kind' | 'at'>, wording: Wording): string {
  const what = whatOf({ kind, at }, wording);
  return kind === 'final' ? what : `${what} ${finalComes(wording)}`;
}

/** Whether it is the final one, and of which day. */
export const whatOf = ({ kind, at }: Pick<ResultMoment, 'kind' | 'at'>, wording: Wording): string =>
  wording.say(`result-state.${kind}.what`, { date: dated(wording, at) });

/** The same in short, for a line of a list: what it is and who left since, or why there is none. */
export function resultInShort(
  group: (ResultMoment & { readonly state: 'released' }) | WaitingView,
  wording: Wording,
): string {
  if (group.state === 'waiting') return waitingText(group, wording)[0];
  const { say } = wording;
  const { left } = group;
  const what = whatOf(group, wording);
  return left === undefined
    ? what
    : `${what} ${say('result-state.left', { n: left, said: spelled(left, wording) })}`;
}

/** Why no result is shown yet, and what comes when; the first sentence says most. No exact number is promised. */
export function waitingText(group: WaitingView, wording: Wording): readonly [string, ...string[]] {
  const { say } = wording;
  const { needed, minGroup, took } = group;
  const erased = erasedText(wording);
  if (erased !== undefined) return [erased];
  const taken = took === undefined ? [] : [say('result-state.took', { n: took })];
  switch (group.until) {
    case 'end':
      return first(taken, groupComes(wording));
    case 'publication':
      return first(taken, publicationComes(wording));
    case 'answers':
      return first(taken, say('result-state.waiting.answers'), say('result-state.waiting.answers-why'));
    case 'reopening':
      return first(taken, say('result-state.waiting.too-few'), say('card.group.waiting-why', { minGroup }));
    default:
      return first(taken, say('card.group.waiting', { needed }), say('card.group.waiting-why', { minGroup }));
  }
}

/** When the program publishes by itself, as a facilitator wished; nothing where nobody did. */
export function publicationDay({ say, consultation, language }: Wording): string | undefined {
  const { publishAt, timeZone } = consultation;
  if (publishAt === undefined) return undefined;
  const date = spokenDate(publishAt, language, { dateStyle: 'long', timeStyle: 'short' }, timeZone);
  return say('result-state.publication.day', { date });
}

const publicationComes = (wording: Wording): string =>
  publicationDay(wording) ?? wording.say('result-state.publication.open');

const finalComes = (wording: Wording): string => {
  const day = lastDay(wording);
  return day === undefined
    ? wording.say('result-state.final-comes.open')
    : wording.say('result-state.final-comes.day', { day });
};

const groupComes = (wording: Wording): string => {
  const day = lastDay(wording);
  return day === undefined
    ? wording.say('result-state.group-comes.open')
    : wording.say('result-state.group-comes.day', { day });
};

/** The last day on which people may answer. */
function lastDay(wording: Wording): string | undefined {
  const last = lastDayOf(wording.consultation);
  return last && dated(wording, last);
}

const first = (before: readonly string[], one: string, ...more: string[]): readonly [string, ...string[]] => {
  const [lead, ...rest] = [...before, one, ...more];
  return [lead ?? one, ...rest];
};
