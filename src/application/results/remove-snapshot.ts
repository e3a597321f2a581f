import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone } from '../parts.ts';

/** Keeps a snapshot no longer. */
export async function removeSnapshot(
  { store, audit }: Pick<ApplicationParts, 'store' | 'audit'>,
  actor: Actor,
  { code, id }: { readonly code: string; readonly id: string },
): Promise<{ readonly outcome: 'done' } | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const kept = await store.load('snapshot', id);
  if (kept?.consultation !== code) return missing;
  await store.erase('snapshot', id);
  const facts = { name: kept.label ?? kept.at };
  await audit.write(actor, { action: 'moment-removed', consultation: code, facts });
  return { outcome: 'done' };
}
