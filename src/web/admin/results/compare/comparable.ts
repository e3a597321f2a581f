import { mayDo } from '#application/actor.ts';
import { shownResult } from '#application/results/shown-result.ts';
import { snapshotsOf } from '#application/results/snapshots.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { editionOf } from '#domain/consultation/content/answered-on.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import type { Snapshot } from '#domain/results/snapshot.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { moment as told } from '#web/admin/said.ts';
import type { Member } from '#web/admin/visit.ts';
import { consultationNames } from '#wording/titles.ts';
import type { ResultsParts } from '../results-parts.ts';

/** A result that may be set beside another. */
export interface Comparable {
  /** As the address names it. */
  readonly key: string;
  readonly title: string;
  readonly consultation: string;
  readonly at: string;
  readonly scenario: GroupScenario;
}

/** What a consultation may be compared over: its result now, its kept moments, and other results on the same catalogue that are open to whoever looks. */
export async function comparables(
  its: Consultation,
  visit: Member,
  parts: ResultsParts,
): Promise<readonly Comparable[]> {
  const { store } = parts.application;
  const others = (await alike(its, store)).filter(({ id }) => mayDo(visit.actor, 'results:read', id));
  const found: Comparable[] = [];
  for (const one of [its, ...others]) {
    const { group } = await shownResult(parts.application, one);
    if (group.state === 'waiting' || group.kind === 'provisional') continue;
    const { at, scenario } = group;
    const date = told(at, visit, one.timeZone);
    const isOurs = one.id === its.id;
    const name = consultationNames(parts.viewOf(one, visit.language)).title;
    const title = isOurs
      ? visit.say('outcome.compare.now', { date })
      : visit.say('outcome.compare.other', { name, date });
    found.push({ key: isOurs ? 'maintenant' : `c.${one.id}`, title, consultation: one.id, at, scenario });
  }
  const kept = await snapshotsOf(store, its.id);
  const [ours = [], theirs = []] = [true, false].map((is) =>
    found.filter(({ consultation }) => (consultation === its.id) === is),
  );
  return [...ours, ...kept.map((one) => fromMoment(one, its, visit)), ...theirs];
}

/** A moment as it is called: by the name it was given, and its date. */
export function momentTitle({ label, at }: Snapshot, its: Consultation, visit: Member): string {
  const date = told(at, visit, its.timeZone);
  return label === undefined
    ? visit.say('outcome.compare.published', { date })
    : visit.say('outcome.compare.named', { label, date });
}

const fromMoment = (one: Snapshot, its: Consultation, visit: Member): Comparable => ({
  key: `m.${one.id}`,
  title: momentTitle(one, its, visit),
  consultation: its.id,
  at: one.at,
  scenario: one.scenario,
});

const alike = (its: Consultation, store: Store): Promise<readonly Consultation[]> =>
  allOf(store, 'consultation', (one) => one.id !== its.id && !one.draft && editionOf(one) === editionOf(its));
