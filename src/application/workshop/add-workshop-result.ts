import { randomBytes } from 'node:crypto';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import {
  judgeWorkshopResult,
  type WorkshopProblem,
  type WorkshopSaying,
} from '#domain/results/judge-workshop-result.ts';
import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { workshopResultsOf } from './workshop-results.ts';

interface NewWorkshopResult {
  readonly code: string;
  readonly saying: WorkshopSaying;
  /** Trajectories beside which something is written, without their being kept. */
  readonly besides?: readonly string[];
}

export type WorkshopOutcome =
  | { readonly outcome: 'done'; readonly result: WorkshopResult }
  | { readonly outcome: 'invalid'; readonly problems: readonly WorkshopProblem[] }
  | Unfit
  | NotDone;

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'catalogues' | 'now' | 'inTurn'>;

/** Writes down what a table of a workshop agreed on; not in what was put away. Two tables of one name are never both added. */
export const addWorkshopResult = (
  parts: Parts,
  actor: Actor,
  table: NewWorkshopResult,
): Promise<WorkshopOutcome> => parts.inTurn(table.code, () => written(parts, actor, table));

async function written(
  { store, audit, catalogues, now }: Parts,
  actor: Actor,
  { code, saying, besides = [] }: NewWorkshopResult,
): Promise<WorkshopOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  if (its.archivedAt !== undefined) return unfit;
  const { domains } = inDomains(its, catalogues.of(its));
  const taken = (await workshopResultsOf(store, code)).map(({ table }) => table);
  const judged = judgeWorkshopResult(saying, { domains, taken, besides });
  if ('problems' in judged) return { outcome: 'invalid', problems: judged.problems };
  const result: WorkshopResult = {
    ...{ schema: 1, id: `${code}-${randomBytes(9).toString('base64url')}`, version: 0 },
    ...{ consultation: code, at: now(), by: actor.id, ...judged.saying },
  };
  await store.save('workshop-result', result);
  await audit.write(actor, {
    action: 'table-added',
    consultation: code,
    facts: { name: result.table },
  });
  return { outcome: 'done', result };
}
