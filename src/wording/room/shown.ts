import type { Round, VoteResult } from '#domain/room/live-session.ts';
import type { Wording } from '../wording.ts';
import { movementTold } from './movement.ts';
import { pointLabels } from './subject.ts';

/** What a room was shown of a round, in sentences: the latest vote, then what moved. */
export function shownLines(round: Round, wording: Wording): readonly string[] {
  const { first, second, movement, subject } = round;
  if (first === undefined) return [];
  if (second === undefined) return voteLines('first', first, round, wording);
  return [
    ...voteLines('second', second, round, wording),
    ...(movement === undefined ? [] : movementTold(movement, subject, wording)),
  ];
}

/** One vote: how many answered it, and what they answered as far as that is told. */
export function voteLines(
  which: 'first' | 'second',
  result: VoteResult,
  { subject }: Pick<Round, 'subject'>,
  wording: Wording,
): readonly string[] {
  const { say, consultation } = wording;
  const lead = say(`room.result.${which}`, { n: result.n });
  if (result.shown !== 'exact')
    return [lead, say(`room.result.${result.shown}`, { minGroup: consultation.minGroup })];
  const { counts, n } = result;
  const labels = pointLabels(subject, wording);
  const said = labels.map((label, i) =>
    say('room.result.line', { label, of: say('room.result.of', { n: counts[i] ?? 0, all: n }) }),
  );
  return [lead, ...said];
}
