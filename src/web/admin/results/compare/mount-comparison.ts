import { keepSnapshot } from '#application/results/keep-snapshot.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { Snapshot } from '#domain/results/snapshot.ts';
import type { Admin, Done } from '#web/admin/admin.ts';
import { tabAddress } from '#web/admin/frame.ts';
import { actOn, ofConsultation } from '#web/admin/of-consultation.ts';
import type { AdminAnswer, Member } from '#web/admin/visit.ts';
import { type ResultsParts, shownOf } from '../results-parts.ts';
import { comparables, longestLabel, momentsOf, momentTitle } from './comparable.ts';
import { comparisonPage, type RefusedComparison } from './comparison-page.ts';

/** `…/resultats/comparer`: two results beside each other, and the moments kept for that. */
export function mountComparison(admin: Admin, parts: ResultsParts): void {
  const { store, viewOf } = parts;
  const path = '/c/:code/resultats';
  const here = (its: Consultation) => `${tabAddress(its.id, 'results')}/comparer`;
  const page = async (visit: Member, its: Consultation, refused?: RefusedComparison): Promise<AdminAnswer> =>
    comparisonPage({
      ...{ its, visit, view: viewOf(its, visit.language), here: here(its) },
      comparables: await comparables(its, visit, parts),
      moments: await momentsOf(its.id, parts),
      ...(refused && { refused }),
    });
  admin.page(
    `${path}/comparer`,
    'reader',
    ofConsultation(store, (visit, its) => page(visit, its)),
  );
  admin.act(
    `${path}/moments`,
    'facilitator',
    actOn(store, async (visit, its, form): Promise<Done> => {
      const name = form.one('name').replace(/\s+/g, ' ');
      const label = Snapshot.shape.label.safeParse(name).data;
      if (label === undefined) {
        const problem = visit.say('outcome.moments.no-name', { most: longestLabel });
        return page(visit, its, { name, problem });
      }
      const { group } = await shownOf(its, visit.now, parts);
      if (group.state === 'waiting') return { kind: 'to', path: here(its) };
      await keepSnapshot(store, { consultation: its.id, at: group.at, scenario: group.scenario, label });
      const wrote = { action: 'moment-kept', consultation: its.id, facts: { name: label } } as const;
      return { kind: 'to', path: `${here(its)}#moments`, said: 'kept', wrote };
    }),
  );
  admin.act(
    `${path}/moments/:id/retrait`,
    'facilitator',
    actOn(store, async (visit, its): Promise<Done> => {
      const kept = await store.load('moment', visit.params.id ?? '');
      if (kept?.consultation !== its.id) return { kind: 'missing' };
      await store.erase('moment', kept.id);
      const facts = { name: momentTitle(kept, its, visit) };
      const wrote = { action: 'moment-removed', consultation: its.id, facts } as const;
      return { kind: 'to', path: `${here(its)}#moments`, said: 'moment-removed', wrote };
    }),
  );
}
