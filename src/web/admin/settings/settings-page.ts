import type { Form } from '#web/http/form.ts';
import { html, joined } from '#web/http/pages/html.ts';
import { button, hidden, type Problems, summary } from '../fields.ts';
import { named } from '../said.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { type LogoPart, logoPart } from './logo-part.ts';
import { type Step, type StepName, type StepParts, steps } from './step.ts';

export interface ShownSettings {
  readonly isNew: boolean;
  readonly name: StepName;
  readonly parts: StepParts & { readonly visit: Member };
  readonly form?: Form;
  readonly problems?: Problems;
  /** Below the fields. */
  readonly shown?: Omit<LogoPart, 'visit' | 'its'>;
}

/** One step of the settings: as it is kept, or as it was sent with what is wrong. */
export function settingsPage(
  step: Step,
  { isNew, name, parts, form, problems = {}, shown }: ShownSettings,
): AdminAnswer {
  const { visit, consultation } = parts;
  const { say, token } = visit;
  const n = steps.indexOf(name) + 1;
  const action = isNew ? '/animation/nouvelle' : settingsAddress(consultation.id, name);
  const isDraft = consultation.draft === true;
  const buttons = html`<p class="ways">${button(say(isDraft && n < steps.length ? 'admin.settings.next' : 'admin.save'))}
${isDraft && !isNew && n < steps.length ? button(say('admin.settings.stay'), 'beside', 'stay') : ''}</p>`;
  const mayChange = visit.role !== 'reader' && consultation.archivedAt === undefined;
  const fields = step.show(parts, form, problems);
  return {
    kind: 'page',
    title: say(`admin.settings.${name}`),
    ...(!isNew && { of: { code: consultation.id, title: named(consultation.title, visit), at: 'settings' } }),
    ...((Object.keys(problems).length > 0 || shown?.problem) && { status: 422 }),
    body: html`${progress(isNew, name, parts)}${summary(problems, say('admin.problems'))}
${
  mayChange
    ? html`<form method="post" action="${action}" class="settings">${hidden('jeton', token)}${fields}${buttons}</form>`
    : html`<fieldset disabled class="settings">${fields}</fieldset>`
}
${shown === undefined ? '' : logoPart({ visit, its: consultation, ...shown })}
${isDraft && name === 'information' && mayChange ? opening(consultation.id, visit) : ''}`,
  };
}

function progress(isNew: boolean, at: StepName, { visit, consultation }: StepParts) {
  const { say } = visit;
  return html`<nav class="steps" aria-label="${say('admin.settings.steps')}"><ol>${joined(
    steps.map((step) => {
      const title = say(`admin.settings.${step}`);
      if (step === at) return html`<li aria-current="step">${title}</li>`;
      return isNew
        ? html`<li>${title}</li>`
        : html`<li><a href="${settingsAddress(consultation.id, step)}">${title}</a></li>`;
    }),
  )}</ol></nav>`;
}

const opening = (
  code: string,
  { say, token }: Member,
) => html`<section class="opening"><h2>${say('admin.settings.ready')}</h2>
<p>${say('admin.settings.ready-how')}</p>
<form method="post" action="/animation/c/${code}/ouverture">${hidden('jeton', token)}${button(say('admin.settings.open'))}</form></section>`;

export const settingsAddress = (code: string, step: StepName): string =>
  `/animation/c/${code}/reglages/${step}`;
