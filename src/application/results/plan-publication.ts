import type { Consultation } from '#domain/consultation/consultation.ts';
import { withPlan } from '#domain/consultation/publication.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** `at`: the moment, as ISO 8601 in UTC, from which on the program publishes what stands then; absent: not any more. */
interface PublicationPlan {
  readonly code: string;
  readonly at?: string;
  /** Whether a version is the one that whoever acts has seen; absent: they do not ask. */
  readonly isExpected?: (consultation: Consultation) => boolean;
}

export type PlanOutcome =
  | { readonly outcome: 'done'; readonly consultation: Consultation }
  | { readonly outcome: 'unchanged' }
  /** Somebody else changed it since it was seen. */
  | { readonly outcome: 'changed' }
  /** The moment is past. */
  | { readonly outcome: 'invalid' }
  /** It is a draft, put away, or its answers are erased. */
  | Unfit
  | NotDone;

/** Plans when the result is published, another moment, or none any more. */
export async function planPublication(
  { store, audit, now }: Pick<ApplicationParts, 'store' | 'audit' | 'now'>,
  actor: Actor,
  { code, at, isExpected }: PublicationPlan,
): Promise<PlanOutcome> {
  const refused = refusal(actor, 'publish', code);
  if (refused !== undefined) return refused;
  if (at !== undefined && at <= now()) return { outcome: 'invalid' };
  let [isUnfit, isOther] = [false, false];
  const updated = await store.update('consultation', code, (its) => {
    isOther = its !== undefined && isExpected?.(its) === false;
    if (isOther) return undefined;
    const next = its && withPlan(its, at);
    isUnfit = its !== undefined && next === undefined;
    return next;
  });
  if (isOther) return { outcome: 'changed' };
  if (updated.outcome === 'unchanged') {
    if (updated.record === undefined) return missing;
    return isUnfit ? unfit : { outcome: 'unchanged' };
  }
  await audit.write(
    actor,
    at === undefined
      ? { action: 'publication-taken-back', consultation: code }
      : { action: 'publication-planned', consultation: code, facts: { name: at } },
  );
  return { outcome: 'done', consultation: updated.record };
}
