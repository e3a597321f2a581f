import type { Actor } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';
import type { HookRegistry } from './hook-registry.ts';

/** Tells an address nothing more. */
export async function removeHook(
  { audit, hooks }: Pick<ApplicationParts, 'audit'> & { readonly hooks: HookRegistry },
  actor: Actor,
  { id }: { readonly id: string },
): Promise<{ readonly outcome: 'done' } | NotDone> {
  if (!actor.may('access:write')) return forbidden;
  const gone = await hooks.remove(id);
  if (gone === undefined) return missing;
  await audit.write(actor, { action: 'hook-removed', facts: { name: gone.address } });
  return { outcome: 'done' };
}
