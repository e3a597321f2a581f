import { isDeepStrictEqual } from 'node:util';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import { without } from '#domain/consultation/without.ts';
import {
  judgeWorkshopResult,
  type WorkshopProblem,
  type WorkshopSaying,
} from '#domain/results/judge-workshop-result.ts';
import { withUnasked } from '#domain/results/table-leaves.ts';
import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { workshopResultsOf } from './workshop-results.ts';

interface WorkshopChange {
  readonly code: string;
  readonly id: string;
  /** All that the table says now of what is asked. */
  readonly saying: WorkshopSaying;
  readonly besides?: readonly string[];
  /** Whether a version is the one that whoever acts has seen; absent: they do not ask. */
  readonly isExpected?: (result: WorkshopResult) => boolean;
}

export type WorkshopChangeOutcome =
  | { readonly outcome: 'done'; readonly result: WorkshopResult }
  | { readonly outcome: 'invalid'; readonly problems: readonly WorkshopProblem[] }
  /** Somebody else changed it since it was seen. */
  | { readonly outcome: 'changed' }
  | Unfit
  | NotDone;

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'catalogues' | 'now' | 'inTurn'>;

/** Puts right what a table was written down to have agreed on; not in what was put away. Counted apart, it changes no result of people. */
export const changeWorkshopResult = (
  parts: Parts,
  actor: Actor,
  change: WorkshopChange,
): Promise<WorkshopChangeOutcome> => parts.inTurn(change.code, () => changed(parts, actor, change));

async function changed(
  { store, audit, catalogues, now }: Parts,
  actor: Actor,
  { code, id, saying, besides = [], isExpected }: WorkshopChange,
): Promise<WorkshopChangeOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  const all = await workshopResultsOf(store, code);
  const before = all.find((one) => one.id === id);
  if (its === undefined || before === undefined) return missing;
  if (its.archivedAt !== undefined) return unfit;
  if (isExpected?.(before) === false) return { outcome: 'changed' };
  const { domains } = inDomains(its, catalogues.of(its));
  const taken = all.filter((one) => one.id !== id).map(({ table }) => table);
  const judged = judgeWorkshopResult(saying, { domains, taken, besides });
  if ('problems' in judged) return { outcome: 'invalid', problems: judged.problems };
  const next: WorkshopResult = {
    ...without(before, 'synergies'),
    ...judged.saying,
    domains: withUnasked(judged.saying.domains, before.domains, domains),
  };
  if (isDeepStrictEqual(next, before)) return { outcome: 'done', result: before };
  const saved = await store.save('workshop-result', { ...next, changedAt: now() });
  if (saved.outcome === 'conflict') return { outcome: 'changed' };
  await audit.write(actor, { action: 'table-changed', consultation: code, facts: { name: next.table } });
  return { outcome: 'done', result: saved.record };
}
