import { changeSettings, type SettingsOutcome } from '#application/consultation/change-settings.ts';
import type { ApplicationParts } from '#application/parts.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { leavesOf, withoutLeaves } from '#domain/consultation/settings/leaves.ts';
import type { ConsultationSettings } from '#domain/consultation/settings/settings.ts';
import { settingsOf } from '#domain/consultation/settings/settings-of.ts';
import type { Conflict, Leaves } from '#domain/records/meet.ts';
import { meetForm, withTheirs } from '#web/http/at-once/meet-form.ts';
import type { Form } from '#web/http/request/form.ts';
import { zoneName } from '#wording/settings/time-zones.ts';
import type { Member } from '../visit.ts';
import type { StepParts } from './step.ts';

type Saved =
  | SettingsOutcome
  /** Somebody else saved something else of the same: nothing is saved, and both stand in the form. */
  | { readonly outcome: 'conflict'; readonly conflicts: readonly Conflict[]; readonly form: Form };

type StepOf = StepParts & { readonly visit: Member };

/** What stands now, as the form would send it. */
export const standing = (
  { consultation, catalogue }: Pick<StepParts, 'consultation' | 'catalogue'>,
  { usualInformation }: Pick<ApplicationParts, 'usualInformation'>,
): Leaves => leavesOf(settingsOf(consultation, catalogue, usualInformation));

/** Saves what somebody changed in a step, and nothing of what they left: of two who save at once, neither loses a word. */
export async function saveStep(
  settings: ConsultationSettings,
  form: Form,
  its: StepOf,
  application: ApplicationParts,
): Promise<Saved> {
  const { visit, consultation } = its;
  const mine = leavesOf(settings);
  const now = standing(its, application);
  const { left, open } = meetForm(form, mine, now);
  if (open.length > 0) return { outcome: 'conflict', conflicts: open, form: merged(form, left, now, its) };
  const change = {
    code: consultation.id,
    settings: withoutLeaves(settings, left),
    isExpected: (then: Consultation) =>
      isSame(mine, now, standing({ ...its, consultation: then }, application)),
  };
  const set = await changeSettings(application, visit.actor, change);
  if (set.outcome !== 'changed') return set;
  // Somebody saved at this very moment: it is looked at anew.
  const latest = await application.store.load('consultation', consultation.id);
  return latest === undefined
    ? { outcome: 'missing' }
    : saveStep(settings, form, { ...its, consultation: latest }, application);
}

const isSame = (mine: Leaves, before: Leaves, after: Leaves): boolean =>
  [...mine.keys()].every((name) => before.get(name) === after.get(name));

/** The form as it was sent, with what only others changed in its place. */
const merged = (form: Form, left: ReadonlySet<string>, now: Leaves, { visit }: StepOf): Form =>
  withTheirs(form, left, (name) =>
    (now.get(name) ?? '')
      .split(lists.has(name) ? '\n' : /$^/)
      .map((text) => (name === 'timeZone' ? zoneName(text, visit) : text)),
  );

/** Each value of these stands by itself in a form. */
const lists: ReadonlySet<string> = new Set(['languages', 'offers', 'kinds', 'domains', 'trajectories']);
