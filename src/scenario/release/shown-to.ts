import type { DomainId } from '#domain/catalogue/domains.ts';
import { type Consultation, stageOf } from '#domain/consultation/consultation.ts';
import { isBeforePublic } from '#domain/consultation/publication.ts';
import type { GroupView, ReleasedView, WaitingView } from '#domain/results/group-view.ts';

/** A consultation, as far as who sees what when depends on it. */
export type Seen = Pick<
  Consultation,
  | 'closed'
  | 'draft'
  | 'opensAt'
  | 'closesAt'
  | 'reopenedAt'
  | 'publishedAt'
  | 'publishAt'
  | 'provisionalFor'
  | 'final'
>;

/**
 * What a person sees of the group in a conversation of their own, who has finished some domains: while people answer, those
 * domains alone, for the others would lead them, and no provisional result that is not for them. After the end, everything.
 */
export function shownToPerson(
  group: GroupView,
  its: Seen,
  finished: readonly DomainId[],
  now: string,
): GroupView {
  if (stageOf(its, now) === 'closed') return group;
  const isProvisional = group.state === 'waiting' || group.kind === 'provisional';
  if (isProvisional && its.provisionalFor !== undefined && isBeforePublic(its)) return until('end', group);
  return group.state === 'waiting' ? group : answered(group, finished);
}

/** What everyone sees at once in a channel or a group chat: while people answer, what was published; else how many took part. */
export function shownToMany(group: GroupView, its: Seen, took: number, now: string): GroupView {
  if (stageOf(its, now) === 'closed') return group;
  const shown = publicView(group, its);
  return shown.state === 'waiting' ? { ...shown, took } : shown;
}

/**
 * What anyone may read: nothing before it is published. After people were let answer again, the final result of before stands
 * until another is published.
 */
export function publicView(group: GroupView, its: Seen): GroupView {
  if (its.publishedAt === undefined) return until('publication', group);
  const isNew = group.state === 'released' && group.kind === 'provisional';
  if (!isNew || !its.final || !isBeforePublic(its)) return group;
  return { state: 'released', kind: 'final', minGroup: group.minGroup, ...its.final, since: 'reopened' };
}

function answered(group: ReleasedView, finished: readonly DomainId[]): GroupView {
  const { opinion: _, ...scenario } = group.scenario;
  const domains = scenario.domains.filter(({ domain }) => finished.includes(domain));
  if (domains.length === 0) return until('answers', group);
  if (domains.length === scenario.domains.length) return group;
  // Opinion groups are told by trajectories of every domain.
  return { ...group, scenario: { ...scenario, domains }, only: 'answered' };
}

const until = (until: WaitingView['until'], { minGroup }: GroupView): WaitingView => ({
  ...{ state: 'waiting', minGroup, needed: 1 },
  ...(until && { until }),
});
