import type { TownDraft } from '#domain/records/town-catalogue.ts';
import { type Actor, refusal } from '../actor.ts';
import type { ApplicationParts, NotDone } from '../parts.ts';

interface DraftRemoval {
  readonly code: string;
  /** Whether the working copy is as whoever acts has seen it; absent: they do not ask. */
  readonly isExpected?: (draft: TownDraft) => boolean;
}

type RemovalOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'unchanged' }
  /** Somebody else wrote in it since it was seen. */
  | { readonly outcome: 'changed' }
  | NotDone;

/** Throws the working copy of a consultation's catalogue away; what people are asked stays as it is. */
export async function dropTownDraft(
  { store, audit, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'>,
  actor: Actor,
  { code, isExpected }: DraftRemoval,
): Promise<RemovalOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const stands = await store.load('town-draft', code);
    if (stands === undefined) return { outcome: 'unchanged' };
    if (isExpected?.(stands) === false) return { outcome: 'changed' };
    await store.erase('town-draft', code);
    await audit.write(actor, { action: 'catalogue-dropped', consultation: code });
    return { outcome: 'done' };
  });
}
