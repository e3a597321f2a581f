import type { Actor } from '../actor.ts';
import { writeForEach } from '../audit/write-for-each.ts';
import { type ApplicationParts, missing, type NotDone } from '../parts.ts';
import { type HookRegistry, hookOf } from './hook-registry.ts';

/** Tells an address nothing more. */
export async function removeHook(
  { audit, hooks }: Pick<ApplicationParts, 'audit'> & { readonly hooks: HookRegistry },
  actor: Actor,
  { id }: { readonly id: string },
): Promise<{ readonly outcome: 'done' } | NotDone> {
  const known = await hookOf(hooks, actor, id);
  if (known === undefined) return missing;
  await hooks.remove(id);
  const facts = { name: known.address };
  await writeForEach(audit, actor, { action: 'hook-removed', facts }, known.consultations);
  return { outcome: 'done' };
}
