import { without } from '#domain/consultation/without.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** Goes back to the catalogue's judgements; `unchanged`: there were no others. */
export async function clearImpacts(
  { store, audit }: Pick<ApplicationParts, 'store' | 'audit'>,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ readonly outcome: 'done' } | { readonly outcome: 'unchanged' } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const updated = await store.update('consultation', code, (its) =>
    its?.crossImpacts === undefined || its.archivedAt !== undefined ? its : without(its, 'crossImpacts'),
  );
  if (updated.outcome === 'saved') {
    await audit.write(actor, { action: 'impacts-cleared', consultation: code });
    return { outcome: 'done' };
  }
  if (updated.record === undefined) return missing;
  return updated.record.archivedAt === undefined ? { outcome: 'unchanged' } : unfit;
}
