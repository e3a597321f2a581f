import { keepMoment } from '#channels/keep-moment.ts';
import type { Consultation } from '#domain/consultation.ts';
import { Moment } from '#domain/moment.ts';
import type { Desk, Done } from '../../desk.ts';
import { tabAddress } from '../../frame.ts';
import { actOn, ofConsultation } from '../../of-consultation.ts';
import type { Member, Outcome } from '../../visit.ts';
import { type ResultsParts, shownOf } from '../results-parts.ts';
import { comparables, longestLabel, momentsOf, momentTitle } from './comparable.ts';
import { comparisonPage, type Refused } from './comparison-page.ts';

/** `…/resultats/comparer`: two results beside each other, and the moments kept for that. */
export function mountComparison(desk: Desk, parts: ResultsParts): void {
  const { store, viewOf } = parts;
  const path = '/c/:code/resultats';
  const here = (its: Consultation) => `${tabAddress(its.id, 'results')}/comparer`;
  const page = async (visit: Member, its: Consultation, refused?: Refused): Promise<Outcome> =>
    comparisonPage({
      ...{ its, visit, view: viewOf(its, visit.language), here: here(its) },
      comparables: await comparables(its, visit, parts),
      moments: await momentsOf(its.id, parts),
      ...(refused && { refused }),
    });
  desk.page(
    `${path}/comparer`,
    'reader',
    ofConsultation(store, (visit, its) => page(visit, its)),
  );
  desk.act(
    `${path}/moments`,
    'facilitator',
    actOn(store, async (visit, its, form): Promise<Done> => {
      const name = form.one('name').replace(/\s+/g, ' ');
      const label = Moment.shape.label.safeParse(name).data;
      if (label === undefined) {
        const problem = visit.say('outcome.moments.no-name', { most: longestLabel });
        return page(visit, its, { name, problem });
      }
      const { group } = await shownOf(its, visit.now, parts);
      if (group.state === 'waiting') return { kind: 'to', path: here(its) };
      await keepMoment(store, { consultation: its.id, at: group.at, scenario: group.scenario, label });
      const wrote = { did: 'moment-kept', consultation: its.id, facts: { name: label } } as const;
      return { kind: 'to', path: `${here(its)}#moments`, said: 'kept', wrote };
    }),
  );
  desk.act(
    `${path}/moments/:id/retrait`,
    'facilitator',
    actOn(store, async (visit, its): Promise<Done> => {
      const kept = await store.load('moment', visit.params.id ?? '');
      if (kept?.consultation !== its.id) return { kind: 'missing' };
      await store.erase('moment', kept.id);
      const facts = { name: momentTitle(kept, its, visit) };
      const wrote = { did: 'moment-removed', consultation: its.id, facts } as const;
      return { kind: 'to', path: `${here(its)}#moments`, said: 'moment-removed', wrote };
    }),
  );
}
