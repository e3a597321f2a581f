import { justBefore } from '#domain/consultation/local-day.ts';
import type { GroupView } from '#domain/results/group-scenario.ts';
import { spelled } from '../numbers.ts';
import { dated } from '../titles.ts';
import type { Wording } from '../wording.ts';

export type ReleasedGroup = Extract<GroupView, { state: 'released' }>;

/** What a result is: provisional or final, of when, and what has changed since. */
export function standingLines(group: ReleasedGroup, wording: Wording): readonly string[] {
  const { say } = wording;
  const { left, since } = group;
  return [
    kindLine(group, wording),
    ...(group.kind === 'provisional' ? [say('reading.standing.coarse')] : []),
    ...(left === undefined ? [] : [say('reading.standing.left', { n: left, said: spelled(left, wording) })]),
    ...(since === undefined ? [] : [say(`reading.standing.${since}`)]),
  ];
}

/** "Résultat final du 28 novembre 2026.", "Résultat provisoire au 28 novembre 2026 ; …" */
export function kindLine({ kind, at }: Pick<ReleasedGroup, 'kind' | 'at'>, wording: Wording): string {
  const { say, consultation } = wording;
  const date = dated(wording, at);
  if (kind === 'final') return say('reading.standing.final', { date });
  const { closesAt } = consultation;
  if (closesAt === undefined) return say('reading.standing.provisional', { date });
  return say('reading.standing.provisional-until', { date, end: dated(wording, justBefore(closesAt)) });
}
