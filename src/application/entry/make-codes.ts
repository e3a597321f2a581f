import { randomInt } from 'node:crypto';
import { drawEntryCode } from '#domain/entry/entry-code.ts';
import { entryCodeBounds, noEntryCodes, withEntryCodes } from '#domain/records/entry-codes.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

interface CodesWish {
  readonly code: string;
  /** How many. */
  readonly n: number;
}

export type CodesMade =
  /** In clear, for this once: what is kept of them is a keyed hash each. */
  | { readonly outcome: 'done'; readonly codes: readonly string[] }
  /** Too many at once, or with those that wait already; `most`: so many may be made now. */
  | { readonly outcome: 'too-many'; readonly most: number }
  | Unfit
  | NotDone;

type Parts = Pick<Application, 'store' | 'audit' | 'inTurn' | 'keyOfEntryCode'>;

/** Makes single-use codes for a consultation; `unfit`: it is over. */
export async function makeCodes(parts: Parts, actor: Actor, { code, n }: CodesWish): Promise<CodesMade> {
  const { store, audit, inTurn } = parts;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    if (its.closed || its.archivedAt !== undefined) return unfit;
    const waiting = (await store.load('entry-codes', code))?.free.length ?? 0;
    const most = Math.min(entryCodeBounds.atOnce, entryCodeBounds.waiting - waiting);
    if (!Number.isInteger(n) || n < 1 || n > most) return { outcome: 'too-many', most };
    const codes = [...new Set(Array.from({ length: n }, () => drawEntryCode(randomInt)))];
    const keys = codes.map((one) => parts.keyOfEntryCode(code, one));
    await store.update('entry-codes', code, (before) => withEntryCodes(before ?? noEntryCodes(code), keys));
    await audit.write(actor, { action: 'codes-made', consultation: code, facts: { n: codes.length } });
    return { outcome: 'done', codes };
  });
}
