import { codeOf } from '#domain/consultation/code-of.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { changeStage, newDraft } from '#domain/consultation/life-cycle.ts';
import { applySettings } from '#domain/consultation/settings/apply-settings.ts';
import type { ConsultationSettings, SettingProblem } from '#domain/consultation/settings/settings.ts';
import { type Actor, mayDo } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';
import { makeOwner } from '../team/make-owner.ts';

interface NewConsultation {
  /** The code of the one whose content and controller it begins with. */
  readonly model: string;
  readonly settings: ConsultationSettings;
  /** Whether people may answer as soon as it opens, or it is prepared further first. */
  readonly as: 'draft' | 'open';
}

export type Created =
  | { readonly outcome: 'done'; readonly consultation: Consultation }
  | { readonly outcome: 'invalid'; readonly problems: readonly SettingProblem[] }
  /** The code that was asked for names another. */
  | { readonly outcome: 'taken'; readonly code: string }
  | NotDone;

/** A new consultation, named as asked or by its title; whoever makes it is its owner. */
export async function createConsultation(
  parts: ApplicationParts,
  actor: Actor,
  { model, settings, as }: NewConsultation,
): Promise<Created> {
  const { store, audit, now } = parts;
  if (!mayDo(actor, 'consultations:create')) return forbidden;
  const like = await store.load('consultation', model);
  if (like === undefined) return missing;
  const time = now();
  const blank = newDraft(like, time);
  // The title and the territory are looked at, given or not.
  const given = { ...settings, title: settings.title ?? {} };
  const applied = applySettings(blank, given, { ...parts, catalogues: parts.catalogues.all, now: time });
  if ('problems' in applied) return { outcome: 'invalid', problems: applied.problems };
  const { consultation } = applied;
  const code = settings.code === undefined ? await freeCode(consultation, parts) : consultation.id;
  const draft = { ...consultation, id: code };
  const made = as === 'open' ? (changeStage(draft, 'open', time) ?? draft) : draft;
  const saved = await store.save('consultation', made);
  if (saved.outcome === 'conflict') {
    // Somebody else took the code that was drawn, at this very moment: another is drawn.
    if (settings.code === undefined) return createConsultation(parts, actor, { model, settings, as });
    return { outcome: 'taken', code };
  }
  await makeOwner(store, actor, code);
  await audit.write(actor, { action: 'created', consultation: code });
  return { outcome: 'done', consultation: saved.record };
}

/** As the title says, with a mark where that is taken. */
async function freeCode(
  { title, language }: Consultation,
  { store, newMark }: Pick<ApplicationParts, 'store' | 'newMark'>,
): Promise<string> {
  const name = title[language] ?? '';
  const plain = codeOf(name);
  return (await store.load('consultation', plain)) === undefined ? plain : codeOf(name, newMark());
}
