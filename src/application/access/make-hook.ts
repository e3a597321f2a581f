import type { Actor } from '../actor.ts';
import { writeForEach } from '../audit/write-for-each.ts';
import type { ApplicationParts, NotDone } from '../parts.ts';
import type { AddressProblem, HookRegistry, HookWish, NewHook, ReadAddress } from './hook-registry.ts';
import { reachRefusal } from './reach.ts';

interface HookParts extends Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'> {
  readonly hooks: HookRegistry;
  readonly readAddress: ReadAddress;
}

export type HookOutcome =
  | ({ readonly outcome: 'done' } & NewHook)
  | {
      readonly outcome: 'invalid';
      readonly address?: AddressProblem;
      /** There is nothing to tell it, or of nowhere. */
      readonly noSignal: boolean;
      readonly noConsultation: boolean;
    }
  | NotDone;

/** A new address that is told of some of what happens. */
export async function makeHook(parts: HookParts, actor: Actor, wish: HookWish): Promise<HookOutcome> {
  const { audit, hooks, readAddress, inTurn } = parts;
  const { address, signals, consultations } = wish;
  const refused = await reachRefusal(parts, actor, 'access:write', consultations);
  if (refused !== undefined) return refused;
  const read = await readAddress(address);
  const lacks = { noSignal: signals.length === 0, noConsultation: consultations?.length === 0 };
  if ('why' in read) return { outcome: 'invalid', address: read.why, ...lacks };
  if (lacks.noSignal || lacks.noConsultation) return { outcome: 'invalid', ...lacks };
  // Of two at once, the second finds the first.
  const made = await inTurn('hooks', async () => {
    const all = await hooks.all();
    return all.some((hook) => hook.address === read.address)
      ? undefined
      : hooks.make(read.address, signals, consultations);
  });
  if (made === undefined) return { outcome: 'invalid', address: 'known', ...lacks };
  const facts = { name: made.hook.address };
  await writeForEach(audit, actor, { action: 'hook-made', facts }, consultations);
  return { outcome: 'done', ...made };
}
