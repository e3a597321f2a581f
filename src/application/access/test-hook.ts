import type { Hook } from '#domain/records/hook.ts';
import type { Actor } from '../actor.ts';
import { missing, type NotDone } from '../parts.ts';
import { type HookRegistry, hookOf } from './hook-registry.ts';

/** Sends an address a message that says nothing. */
export async function testHook(
  { hooks }: { readonly hooks: HookRegistry },
  actor: Actor,
  { id }: { readonly id: string },
): Promise<{ readonly outcome: 'done'; readonly hook: Hook } | NotDone> {
  const known = await hookOf(hooks, actor, id);
  const hook = known && (await hooks.test(id));
  return hook === undefined ? missing : { outcome: 'done', hook };
}
