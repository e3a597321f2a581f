import { z } from 'zod';
import { keepSnapshot } from '#application/results/keep-snapshot.ts';
import { removeSnapshot } from '#application/results/remove-snapshot.ts';
import { snapshotsOf } from '#application/results/snapshots.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Admin } from '#web/admin/admin.ts';
import { tabAddress } from '#web/admin/frame.ts';
import type { AdminAnswer, Member } from '#web/admin/visit.ts';
import type { ResultsParts } from '../results-parts.ts';
import { comparables } from './comparable.ts';
import { comparisonPage, type RefusedComparison } from './comparison-page.ts';

const NewMoment = z.object({ name: z.string() });

/** `…/resultats/comparer`: two results beside each other, and the snapshots kept for that. */
export function mountComparison(admin: Admin, parts: ResultsParts): void {
  const { application, viewOf } = parts;
  const { store } = application;
  const path = '/c/:code/resultats';
  const here = (code: string) => `${tabAddress(code, 'results')}/comparer`;
  const page = async (visit: Member, its: Consultation, refused?: RefusedComparison): Promise<AdminAnswer> =>
    comparisonPage({
      ...{ its, visit, view: viewOf(its, visit.language), here: here(its.id) },
      comparables: await comparables(its, visit, parts),
      moments: await snapshotsOf(store, its.id),
      ...(refused && { refused }),
    });
  admin.pageOf(`${path}/comparer`, 'reader', (visit, its) => page(visit, its));
  admin.actOf(`${path}/moments`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const given = form.read(NewMoment);
    if (given === undefined) return { kind: 'missing' };
    const kept = await keepSnapshot(application, visit.actor, { code: its.id, label: given.name });
    switch (kept.outcome) {
      case 'done':
        return { kind: 'to', path: `${here(its.id)}#moments`, said: 'kept' };
      case 'invalid':
        return page(visit, its, {
          ...given,
          problem: visit.say('outcome.moments.no-name', { most: kept.most }),
        });
      case 'waiting':
      case 'provisional':
        return { kind: 'to', path: here(its.id) };
      default:
        return { kind: kept.outcome };
    }
  });
  admin.act(`${path}/moments/:id/retrait`, 'facilitator', async ({ params, actor }): Promise<AdminAnswer> => {
    const { code = '', id = '' } = params;
    const { outcome } = await removeSnapshot(application, actor, { code, id });
    return outcome === 'done'
      ? { kind: 'to', path: `${here(code)}#moments`, said: 'moment-removed' }
      : { kind: outcome };
  });
}
