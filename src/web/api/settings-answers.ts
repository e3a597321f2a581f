import { changeSettings } from '#application/consultation/change-settings.ts';
import { createConsultation } from '#application/consultation/create-consultation.ts';
import { judgeSettings } from '#application/consultation/judge-settings.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import {
  type ConsultationSettings,
  type SettingProblem,
  wrong,
} from '#domain/consultation/settings/settings.ts';
import { settingProblem } from '#wording/settings/setting-problem.ts';
import type { ApiParts } from './api-parts.ts';
import { isPresent } from './consultation-form.ts';
import { problem, refused, type Wrong } from './problem.ts';
import { type ApiAnswer, type ApiCaller, pointer } from './route.ts';

type Shown = (its: Consultation, status?: 201) => Promise<ApiAnswer>;

/** A new consultation with these settings, or what is wrong with them. */
export async function created(given: ConsultationSettings, call: ApiCaller, parts: ApiParts, shown: Shown) {
  const { application, model } = parts;
  const made = await createConsultation(application, call.actor, { model, settings: given, as: 'draft' });
  switch (made.outcome) {
    case 'done':
      return shown(made.consultation, 201);
    case 'invalid':
      return invalid(made.problems, call, parts);
    case 'taken':
      return invalid([wrong('code', 'taken-code')], call, parts, 'taken');
    default:
      return refused(made.outcome);
  }
}

/** Other settings, or what is wrong with them. */
export async function set(
  code: string,
  settings: ConsultationSettings,
  call: ApiCaller,
  parts: ApiParts,
  shown: Shown,
): Promise<ApiAnswer> {
  const isExpected = (its: Consultation) => isPresent(its, call.ifMatch);
  const set = await changeSettings(parts.application, call.actor, { code, settings, isExpected });
  switch (set.outcome) {
    case 'done':
      return shown(set.consultation);
    case 'invalid':
      return invalid(set.problems, call, parts);
    case 'taken':
      return invalid([wrong('code', 'taken-code')], call, parts, 'taken');
    default:
      return refused(set.outcome);
  }
}

/** What the rules say against some settings; nothing where there is nothing for whoever calls to set. */
export async function judged(
  call: ApiCaller & { readonly body: ConsultationSettings },
  parts: ApiParts,
  code?: string,
): Promise<readonly Wrong[]> {
  const { application, model } = parts;
  const found = await judgeSettings(application, call.actor, { model, code, settings: call.body });
  return toldAt(found, call, parts);
}

/** What is wrong with settings, each at its place in the body. */
function invalid(
  found: readonly SettingProblem[],
  call: ApiCaller,
  parts: ApiParts,
  code: 'taken' | 'fixed' | 'invalid' = found.every((one) => one.code === 'fixed' || one.code === 'sheets')
    ? 'fixed'
    : 'invalid',
) {
  return problem(code, { errors: toldAt(found, call, parts) });
}

function toldAt(
  found: readonly SettingProblem[],
  { say, language }: ApiCaller,
  { catalogues }: ApiParts,
): readonly Wrong[] {
  const text = textIn(catalogues.all[0], language);
  return found.map((one) => ({
    pointer: pointer(one.setting, ...one.path),
    detail: settingProblem(one, { say, language, text }),
  }));
}
