import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { GroupView } from '#domain/results/group-scenario.ts';
import { changedSince } from './analysis/tally/changes.ts';
import type { Tally } from './analysis/tally/tally.ts';
import { groupScenario } from './group.ts';

export interface GroupLook {
  readonly view: GroupView;
  /** A result released now: save it as the consultation's `released` before the view is shown. */
  readonly released?: NonNullable<Consultation['released']>;
}

/**
 * What may be shown of the group now. A result stays as it was released until enough contributions have changed;
 * it is withdrawn while erasures leave fewer than the smallest group. A new release makes the tally count changes anew.
 */
export function groupView(
  { released, minGroup }: Pick<Consultation, 'released' | 'minGroup'>,
  tally: Tally,
  catalogue: Catalogue,
  now: string,
): GroupLook {
  const { n } = tally;
  if (n < minGroup) return { view: { state: 'waiting', minGroup, needed: minGroup - n } };
  const changed = changedSince(tally.changes, released?.at, tally.people);
  if (released !== undefined && !mayRelease(released, { n, changed }, minGroup)) {
    return { view: { state: 'released', minGroup, ...released } };
  }
  const next = { at: now, scenario: groupScenario(tally, catalogue, minGroup, released?.scenario) };
  changedSince(tally.changes, now, tally.people);
  return { view: { state: 'released', minGroup, ...next }, released: next };
}

/**
 * Whether a result may be published: the first one once `minGroup` people are in it, a later one once at least as many
 * contributions differ from those in the last, so that two results cannot be subtracted to read one person.
 * `next.changed`: contributions new, changed or withdrawn since `previous`.
 */
export function mayRelease(
  previous: { readonly at: string } | undefined,
  next: { readonly n: number; readonly changed: number },
  minGroup: number,
): boolean {
  return next.n >= minGroup && (previous === undefined || next.changed >= minGroup);
}
