import { phaseOf } from '#domain/consultation/consultation.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { type BeginParts, beginErasure } from './begin-erasure.ts';

/**
 * An owner has the answers of a consultation erased before their time: from now on nobody answers, and what there is goes,
 * which `retention` carries out. `unfit`: nobody could answer yet, or they are erased already.
 */
export async function eraseAnswers(
  parts: BeginParts & Pick<Application, 'audit'> & { readonly retention: { wake(): void } },
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ readonly outcome: 'done' } | Unfit | NotDone> {
  const { store, audit, now, retention } = parts;
  const refused = refusal(actor, 'answers:erase', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  if (!['open', 'closed', 'archived'].includes(phaseOf(its, now()))) return unfit;
  if ((await beginErasure(parts, code)) === undefined) return unfit;
  await audit.write(actor, { action: 'answers-erased', consultation: code });
  retention.wake();
  return { outcome: 'done' };
}
