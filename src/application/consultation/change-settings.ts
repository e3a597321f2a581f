import type { Consultation } from '#domain/consultation/consultation.ts';
import { applySettings } from '#domain/consultation/settings/apply-settings.ts';
import { type SettingChange, settingChanges } from '#domain/consultation/settings/changes.ts';
import type { ConsultationSettings, SettingProblem } from '#domain/consultation/settings/settings.ts';
import { settingsOf } from '#domain/consultation/settings/settings-of.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { moveGrants } from '../team/move-grants.ts';
import { copyBeside, eraseBeside, moveNamed } from './beside.ts';

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
  if (decided.outcome === 'renamed') return renamed(decided, code, parts, actor);
  if (decided.outcome !== 'set') return decided;
  await audit.write(actor, { action: 'changed', consultation: code, changes: decided.changes });
  return { outcome: 'done', consultation: updated.record ?? decided.consultation };
}

interface Changed {
  readonly consultation: Consultation;
  readonly changes: readonly SettingChange[];
}

type Decided =
  | (Changed & { readonly outcome: 'set' })
  | (Changed & { readonly outcome: 'renamed' })
  | Refused;

function decide(
  before: Consultation,
  { code, settings, isExpected }: SettingsChange,
  parts: ApplicationParts,
): Decided {
  if (isExpected?.(before) === false) return { outcome: 'changed' };
  if (before.archivedAt !== undefined) return unfit;
  const context = { ...parts, catalogues: parts.catalogues.offeredTo(before), now: parts.now() };
  const applied = applySettings(before, settings, context);
  if ('problems' in applied) return { outcome: 'invalid', problems: applied.problems };
  const { consultation } = applied;
  const changes = changesOf(before, consultation, parts);
  return consultation.id === code
    ? { outcome: 'set', consultation, changes }
    : { outcome: 'renamed', consultation, changes };
}

/** A consultation without an information text of its own has none here: what is read in its place follows from other settings. */
function changesOf(
  before: Consultation,
  after: Consultation,
  { catalogues }: Pick<ApplicationParts, 'catalogues'>,
) {
  const settings = (its: Consultation) =>
    settingsOf(its, catalogues.find(its.catalogue) ?? catalogues.all[0], () => '');
  return settingChanges(settings(before), settings(after));
}

/** A draft under another code: the new one stands before the old one goes. */
async function renamed(
  { consultation, changes }: Changed,
  before: string,
  { store, audit }: ApplicationParts,
  actor: Actor,
): Promise<SettingsOutcome> {
  const saved = await store.save('consultation', { ...consultation, version: 0 });
  if (saved.outcome === 'conflict') return { outcome: 'taken', code: consultation.id };
  const way = { from: before, to: consultation.id };
  await copyBeside(store, 'logo', way);
  await copyBeside(store, 'town-draft', way);
  await moveNamed(store, way);
  await moveGrants(store, before, consultation.id);
  // The single-use codes of before lead to an address that is no more, and are hashed with it: they are not copied.
  await eraseBeside(store, before);
  await store.erase('consultation', before);
  await audit.write(actor, { action: 'changed', consultation: consultation.id, changes });
  return { outcome: 'done', consultation: saved.record };
}
