import { z } from 'zod';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { ConsultationSettings, SettingProblem } from '#domain/consultation/settings/settings.ts';
import type { Html } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { settingProblem } from '#wording/settings/setting-problem.ts';
import type { Problems } from '../fields.ts';
import type { AdminVisit } from '../visit.ts';

/** What a step is shown and read with. */
export interface StepParts {
  readonly visit: AdminVisit;
  /** As it is kept, or as a new one begins. */
  readonly consultation: Consultation;
  /** All of its catalogue, in use or not. */
  readonly catalogue: Catalogue;
  readonly catalogues: readonly Catalogue[];
}

/** One step of the form in which a consultation is set up. */
export interface Step {
  /** Its fields, as kept or as sent. */
  show(parts: StepParts, sent: Form | undefined, problems: Problems): Html;
  /** What was sent, as settings, which judge it: the fields bear their names, and those of a language its code behind a hyphen. */
  read(form: Form, parts: StepParts): ConsultationSettings | undefined;
  /** What comes of it as sent, or as kept, where that hangs on this step. */
  plan?(parts: StepParts, sent: Form | undefined): Html;
}

/** Problems with settings, each beside its field. */
export function besideFields(
  problems: readonly SettingProblem[],
  { visit, catalogue }: Pick<StepParts, 'visit' | 'catalogue'>,
): Problems {
  const speech = { ...visit, text: textIn(catalogue, visit.language) };
  return Object.fromEntries(
    problems.map((problem) => {
      const { setting, path } = problem;
      const [language] = perLanguage.some((one) => one === setting) ? path : [];
      return [language === undefined ? setting : `${setting}-${language}`, settingProblem(problem, speech)];
    }),
  );
}

const perLanguage = ['title', 'territory', 'information'];

/** In a step's schema, a text in each language. */
export const PerLanguage = z.record(z.string(), z.string());

export const steps = ['about', 'content', 'calendar', 'information'] as const;
export type StepName = (typeof steps)[number];

/** What stands in a field: as sent, or as kept. */
export const filled = (sent: Form | undefined, name: string, kept: string): string =>
  sent === undefined ? kept : sent.text(name);

/** The boxes that are ticked. */
export const ticked = (sent: Form | undefined, name: string, kept: readonly string[]): readonly string[] =>
  sent === undefined ? kept : sent.all(name);
