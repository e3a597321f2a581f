import type { CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { type ImpactPair, judgedImpacts } from '#domain/consultation/content/cross-impacts.ts';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import { impactChanges } from '#scenario/analysis/cross-impacts/impact-changes.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

interface ImpactsWish {
  readonly code: string;
  /** By the direction that bears on others, then by those. */
  readonly impacts: CrossImpacts;
  /** Whether a version is the one that whoever acts has seen; absent: they do not ask. */
  readonly isExpected?: (consultation: Consultation) => boolean;
}

export type ImpactsOutcome =
  | { readonly outcome: 'done'; readonly consultation: Consultation }
  | { readonly outcome: 'invalid'; readonly wrong: readonly ImpactPair[] }
  /** Somebody else changed them since they were seen. */
  | { readonly outcome: 'changed' }
  | Unfit
  | NotDone;

/** Sets how directions go together as a workshop judged it, beside the catalogue; not in what was put away. */
export async function setImpacts(
  { store, audit, catalogues }: Pick<ApplicationParts, 'store' | 'audit' | 'catalogues'>,
  actor: Actor,
  { code, impacts, isExpected }: ImpactsWish,
): Promise<ImpactsOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  const catalogue = inDomains(its, catalogues.asWritten(its));
  const judged = judgedImpacts(impacts, catalogue);
  if ('wrong' in judged) return { outcome: 'invalid', wrong: judged.wrong };
  const crossImpacts = judged.impacts;
  let isOther = false;
  const updated = await store.update('consultation', code, (before) => {
    isOther = before !== undefined && isExpected?.(before) === false;
    return before === undefined || before.archivedAt !== undefined || isOther
      ? undefined
      : { ...before, crossImpacts };
  });
  if (isOther) return { outcome: 'changed' };
  if (updated.outcome === 'unchanged') return updated.record === undefined ? missing : unfit;
  const changes = impactChanges(catalogue.crossImpacts, crossImpacts).length;
  await audit.write(actor, { action: 'impacts-set', consultation: code, facts: { changes } });
  return { outcome: 'done', consultation: updated.record };
}
