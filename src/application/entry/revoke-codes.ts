import { entryCodeIn } from '#domain/entry/entry-code.ts';
import { withoutRevoked } from '#domain/records/entry-codes.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone } from '../parts.ts';

interface RevokeWish {
  readonly code: string;
  /** One of the codes as it is written; absent: all that nobody has used. */
  readonly which?: string;
}

export type CodesRevoked =
  | { readonly outcome: 'done'; readonly n: number }
  /** No code that waits is written so. */
  | { readonly outcome: 'unknown' }
  | NotDone;

type Parts = Pick<Application, 'store' | 'audit' | 'inTurn' | 'keyOfEntryCode'>;

/** Takes codes back that nobody has used: they let nobody in any more. */
export async function revokeCodes(
  parts: Parts,
  actor: Actor,
  { code, which }: RevokeWish,
): Promise<CodesRevoked> {
  const { store, audit, inTurn, keyOfEntryCode } = parts;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    if ((await store.load('consultation', code)) === undefined) return missing;
    const written = which === undefined ? undefined : entryCodeIn(which);
    if (which !== undefined && written === undefined) return { outcome: 'unknown' };
    const one = written === undefined ? 'all' : keyOfEntryCode(code, written);
    let n = 0;
    // Without a former form, as a use goes: a copy of before must not let them in again.
    await store.forget('entry-codes', code, (its) => {
      const after = withoutRevoked(its, one);
      if (its.free.length === after.free.length) return its;
      n = Math.max(n, its.free.length - after.free.length);
      return after;
    });
    if (n === 0) return { outcome: 'unknown' };
    await audit.write(actor, { action: 'codes-revoked', consultation: code, facts: { n } });
    return { outcome: 'done', n };
  });
}
