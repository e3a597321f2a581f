import { codeOf } from '#domain/consultation/code-of.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { copyOf } from '#domain/consultation/life-cycle.ts';
import { type Actor, mayDo, refusal } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';
import { makeOwner } from '../team/make-owner.ts';
import { copyBeside } from './beside.ts';

/** A draft of its own and of whoever makes it, with the settings of another consultation; `title`: what a copy is called. */
export async function duplicateConsultation(
  parts: Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'newMark'>,
  actor: Actor,
  { code, title }: { readonly code: string; readonly title: (of: string, language: string) => string },
): Promise<{ readonly outcome: 'done'; readonly consultation: Consultation } | NotDone> {
  const { store, audit, now, newMark } = parts;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  if (!mayDo(actor, 'consultations:create')) return forbidden;
  const model = await store.load('consultation', code);
  if (model === undefined) return missing;
  const id = codeOf(model.title[model.language] ?? '', newMark());
  const saved = await store.save('consultation', copyOf(model, id, title, now()));
  // The mark that was drawn is taken: another is.
  if (saved.outcome === 'conflict') return duplicateConsultation(parts, actor, { code, title });
  await copyBeside(store, 'logo', { from: code, to: id });
  await makeOwner(store, actor, id);
  await audit.write(actor, { action: 'duplicated', consultation: id });
  return { outcome: 'done', consultation: saved.record };
}
