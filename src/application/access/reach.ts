import { type Actor, mayDo, type Right, refusal } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';

type GivingRight = Extract<Right, 'team:write' | 'access:write'>;

/** Why whoever acts opens nothing of some consultations to somebody else; without a list: of all, those to come included. */
export async function reachRefusal(
  { store }: Pick<ApplicationParts, 'store'>,
  actor: Actor,
  right: GivingRight,
  consultations: readonly string[] | undefined,
): Promise<NotDone | undefined> {
  if (consultations === undefined) return mayDo(actor, right) ? undefined : forbidden;
  for (const code of consultations) {
    const refused = refusal(actor, right, code);
    if (refused !== undefined) return refused;
    if ((await store.load('consultation', code)) === undefined) return missing;
  }
  return undefined;
}

/** Whether a key, or an address that is told, is whoever acts's to see and to take back: all that it reaches is theirs. */
export function mayManage(
  actor: Actor,
  { consultations }: { readonly consultations?: readonly string[] | undefined },
): boolean {
  if (mayDo(actor, 'access:write')) return true;
  const its = consultations ?? [];
  return its.length > 0 && its.every((code) => mayDo(actor, 'access:write', code));
}
