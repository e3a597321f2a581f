import type { Consultation } from '#domain/consultation/consultation.ts';
import { applySettings } from '#domain/consultation/settings/apply-settings.ts';
import type { ConsultationSettings, SettingProblem } from '#domain/consultation/settings/settings.ts';
import { type Actor, refusal } from '../actor.ts';
import { copyLogo } from '../logo/copy-logo.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { moveGrants } from '../team/move-grants.ts';

interface SettingsChange {
  readonly code: string;
  readonly settings: ConsultationSettings;
  /** Whether a version is the one that whoever acts has seen; absent: they do not ask. */
  readonly isExpected?: (consultation: Consultation) => boolean;
}

type Refused =
  | { readonly outcome: 'invalid'; readonly problems: readonly SettingProblem[] }
  /** The code that was asked for names another consultation. */
  | { readonly outcome: 'taken'; readonly code: string }
  /** Somebody else changed it since it was seen. */
  | { readonly outcome: 'changed' }
  /** It is put away. */
  | Unfit;

export type SettingsOutcome =
  | { readonly outcome: 'done'; readonly consultation: Consultation }
  | Refused
  | NotDone;

/** Other settings of a consultation; a draft may take another code. Of two who change it at once, what each asked holds. */
export const changeSettings = (
  parts: ApplicationParts,
  actor: Actor,
  change: SettingsChange,
): Promise<SettingsOutcome> => parts.inTurn(change.code, () => changed(parts, actor, change));

async function changed(
  parts: ApplicationParts,
  actor: Actor,
  change: SettingsChange,
): Promise<SettingsOutcome> {
  const { store, audit } = parts;
  const { code } = change;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  let decided: Decided | undefined;
  const updated = await store.update('consultation', code, (before) => {
    decided = before && decide(before, change, parts);
    return decided?.outcome === 'set' ? decided.consultation : undefined;
  });
  if (decided === undefined) return missing;
  if (decided.outcome === 'renamed') return renamed(decided.consultation, code, parts, actor);
  if (decided.outcome !== 'set') return decided;
  await audit.write(actor, { action: 'changed', consultation: code });
  return { outcome: 'done', consultation: updated.record ?? decided.consultation };
}

type Decided =
  | { readonly outcome: 'set'; readonly consultation: Consultation }
  | { readonly outcome: 'renamed'; readonly consultation: Consultation }
  | Refused;

function decide(
  before: Consultation,
  { code, settings, isExpected }: SettingsChange,
  parts: ApplicationParts,
): Decided {
  if (isExpected?.(before) === false) return { outcome: 'changed' };
  if (before.archivedAt !== undefined) return unfit;
  const context = { ...parts, catalogues: parts.catalogues.all, now: parts.now() };
  const applied = applySettings(before, settings, context);
  if ('problems' in applied) return { outcome: 'invalid', problems: applied.problems };
  const { consultation } = applied;
  return consultation.id === code ? { outcome: 'set', consultation } : { outcome: 'renamed', consultation };
}

/** A draft under another code: the new one stands before the old one goes. */
async function renamed(
  consultation: Consultation,
  before: string,
  { store, audit }: ApplicationParts,
  actor: Actor,
): Promise<SettingsOutcome> {
  const saved = await store.save('consultation', { ...consultation, version: 0 });
  if (saved.outcome === 'conflict') return { outcome: 'taken', code: consultation.id };
  await copyLogo(store, before, consultation.id);
  await moveGrants(store, before, consultation.id);
  await store.erase('logo', before);
  await store.erase('consultation', before);
  await audit.write(actor, { action: 'changed', consultation: consultation.id });
  return { outcome: 'done', consultation: saved.record };
}
