import type { HookEvent } from '#domain/records/hook.ts';
import type { Actor } from '../actor.ts';
import { type ApplicationParts, forbidden } from '../parts.ts';
import type { AddressProblem, HookRegistry, NewHook, ReadAddress } from './hook-registry.ts';

interface HookParts extends Pick<ApplicationParts, 'audit' | 'inTurn'> {
  readonly hooks: HookRegistry;
  readonly readAddress: ReadAddress;
}

export type HookOutcome =
  | ({ readonly outcome: 'done' } & NewHook)
  /** `noSignal`: there is nothing to tell it. */
  | { readonly outcome: 'invalid'; readonly address?: AddressProblem; readonly noSignal: boolean }
  | { readonly outcome: 'forbidden' };

/** A new address that is told of some of what happens. */
export async function makeHook(
  { audit, hooks, readAddress, inTurn }: HookParts,
  actor: Actor,
  { address, signals }: { readonly address: string; readonly signals: readonly HookEvent[] },
): Promise<HookOutcome> {
  if (!actor.may('access:write')) return forbidden;
  const read = await readAddress(address);
  const noSignal = signals.length === 0;
  if ('why' in read) return { outcome: 'invalid', address: read.why, noSignal };
  if (noSignal) return { outcome: 'invalid', noSignal };
  // Of two at once, the second finds the first.
  const made = await inTurn('hooks', async () => {
    const all = await hooks.all();
    return all.some((hook) => hook.address === read.address) ? undefined : hooks.make(read.address, signals);
  });
  if (made === undefined) return { outcome: 'invalid', address: 'known', noSignal };
  await audit.write(actor, { action: 'hook-made', facts: { name: made.hook.address } });
  return { outcome: 'done', ...made };
}
