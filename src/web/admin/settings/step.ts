import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Form } from '#web/http/form.ts';
import type { Html } from '#web/http/pages/html.ts';
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
  /** What was sent as a changed consultation, or what is wrong with it. */
  read(form: Form, parts: StepParts): Read;
}

export type Read = { readonly consultation: Consultation } | { readonly problems: Problems };

export const steps = ['about', 'content', 'calendar', 'information'] as const;
export type StepName = (typeof steps)[number];

/** What stands in a field: as sent, or as kept. */
export const filled = (sent: Form | undefined, name: string, kept: string): string =>
  sent === undefined ? kept : sent.text(name);

/** The boxes that are ticked. */
export const ticked = (sent: Form | undefined, name: string, kept: readonly string[]): readonly string[] =>
  sent === undefined ? kept : sent.all(name);

/** Nothing of what is undefined: an optional setting that is not set stands nowhere. */
export function without<T extends object, K extends keyof T>(whole: T, ...names: readonly K[]): Omit<T, K> {
  const left = { ...whole };
  for (const name of names) delete left[name];
  return left;
}

/** A language as another one names it among other words: "anglais", "French". */
export const within = (language: string, { language: spoken }: Pick<AdminVisit, 'language'>): string =>
  new Intl.DisplayNames(spoken, { type: 'language' }).of(language) ?? language;
