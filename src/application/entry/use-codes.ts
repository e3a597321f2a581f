import { withoutUsed } from '#domain/records/entry-codes.ts';
import type { Store } from '#store/store.ts';

/** The single-use codes of consultations, for whoever lets people in. */
export interface EntryAccess {
  readonly isFree: (consultation: string, code: string) => Promise<boolean>;
  /** Uses one up, durably and without a trace; false: it lets nobody in (any more). */
  readonly use: (consultation: string, code: string) => Promise<boolean>;
}

interface Claim {
  readonly code: string;
  readonly decide: (isTheirs: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Of two who use a code at once, one is let in. Each use brings all documents up to date, so that the journal keeps none of the
 * order in which people came; those who come while one is under way share the next one.
 */
export function accessTo(store: Store): EntryAccess {
  const waiting = new Map<string, Claim[]>();
  const isFree = async (consultation: string, code: string) =>
    (await store.load('entry-codes', consultation))?.free.includes(code) === true;
  return {
    isFree,
    use(consultation, code) {
      const claimed = Promise.withResolvers<boolean>();
      const claim = { code, decide: claimed.resolve, fail: claimed.reject };
      const before = waiting.get(consultation);
      if (before !== undefined) before.push(claim);
      else {
        waiting.set(consultation, [claim]);
        void serve(consultation);
      }
      return claimed.promise;
    },
  };

  async function serve(consultation: string): Promise<void> {
    for (;;) {
      const claims = waiting.get(consultation)?.splice(0) ?? [];
      if (claims.length === 0) break;
      await useAll(consultation, claims).catch((error: unknown) => {
        for (const { fail } of claims) fail(error);
      });
    }
    waiting.delete(consultation);
  }

  async function useAll(consultation: string, claims: readonly Claim[]): Promise<void> {
    const free = new Set((await store.load('entry-codes', consultation))?.free);
    const used = new Set<string>();
    const outcomes = claims.map((claim) => {
      const isTheirs = free.delete(claim.code);
      if (isTheirs) used.add(claim.code);
      return { claim, isTheirs };
    });
    if (used.size > 0) await store.forget('entry-codes', consultation, (its) => withoutUsed(its, used));
    for (const { claim, isTheirs } of outcomes) claim.decide(isTheirs);
  }
}
