import { newDraft } from '#domain/consultation/life-cycle.ts';
import { applySettings } from '#domain/consultation/settings/apply-settings.ts';
import type { ConsultationSettings, SettingProblem } from '#domain/consultation/settings/settings.ts';
import { type Actor, mayDo } from '../actor.ts';
import type { ApplicationParts } from '../parts.ts';

interface SettingsToJudge {
  /** The code of the one whose settings they would be; absent: of a new one. */
  readonly code?: string | undefined;
  /** The code of the one that a new one begins like. */
  readonly model: string;
  readonly settings: ConsultationSettings;
}

/** What is wrong with settings, which are not set; of a consultation that whoever acts may not set, nothing is told. */
export async function judgeSettings(
  parts: ApplicationParts,
  actor: Actor,
  { code, model, settings }: SettingsToJudge,
): Promise<readonly SettingProblem[]> {
  const { store, catalogues, now } = parts;
  const right = code === undefined ? 'consultations:create' : 'consultations:write';
  if (!mayDo(actor, right, code)) return [];
  const like = await store.load('consultation', code ?? model);
  if (like === undefined) return [];
  const before = code === undefined ? newDraft(like, now()) : like;
  // The title of a new one is looked at, given or not.
  const given = code === undefined ? { ...settings, title: settings.title ?? {} } : settings;
  const applied = applySettings(before, given, {
    ...parts,
    catalogues: catalogues.offeredTo(before),
    now: now(),
  });
  return 'problems' in applied ? applied.problems : [];
}
