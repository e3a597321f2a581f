import { codeOf } from '#domain/consultation/code-of.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { copyOf } from '#domain/consultation/life-cycle.ts';
import type { Actor } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';

/** A draft of its own, with the settings of another consultation; `title`: what a copy is called. */
export async function duplicateConsultation(
  parts: Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'newMark'>,
  actor: Actor,
  { code, title }: { readonly code: string; readonly title: (of: string, language: string) => string },
): Promise<{ readonly outcome: 'done'; readonly consultation: Consultation } | NotDone> {
  const { store, audit, now, newMark } = parts;
  if (!actor.may('consultations:write', code)) return forbidden;
  const model = await store.load('consultation', code);
  if (model === undefined) return missing;
  const id = codeOf(model.title[model.language] ?? '', newMark());
  const saved = await store.save('consultation', copyOf(model, id, title, now()));
  // The mark that was drawn is taken: another is.
  if (saved.outcome === 'conflict') return duplicateConsultation(parts, actor, { code, title });
  await audit.write(actor, { action: 'duplicated', consultation: id });
  return { outcome: 'done', consultation: saved.record };
}
