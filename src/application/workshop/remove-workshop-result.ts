import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** Removes what a table agreed on; not in what was put away. */
export async function removeWorkshopResult(
  { store, audit }: Pick<ApplicationParts, 'store' | 'audit'>,
  actor: Actor,
  { code, id }: { readonly code: string; readonly id: string },
): Promise<{ readonly outcome: 'done' } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  const found = await store.load('workshop-result', id);
  if (its === undefined || found?.consultation !== code) return missing;
  if (its.archivedAt !== undefined) return unfit;
  await store.erase('workshop-result', id);
  await audit.write(actor, { action: 'table-removed', consultation: code, facts: { name: found.table } });
  return { outcome: 'done' };
}
