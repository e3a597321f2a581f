import type { AuditEntry } from '#domain/records/audit-entry.ts';
import type { Conflict } from '#domain/records/meet.ts';
import { drawnField } from '#web/http/at-once/drawn.ts';
import { html, joined } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { conflictPart } from '../at-once/conflict-part.ts';
import { catalogueAddress } from '../catalogue/catalogue-parts.ts';
import { button, hasProblems, hidden, type Problems, summary } from '../fields.ts';
import { trialBeside } from '../trial/trial-frame.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { settingsAddress } from './address.ts';
import { type LogoPart, logoPart } from './logo-part.ts';
import { settingWords } from './setting-words.ts';
import { type Step, type StepName, type StepParts, steps } from './step.ts';

export interface ShownSettings {
  readonly isNew: boolean;
  readonly name: StepName;
  readonly parts: StepParts & { readonly visit: Member };
  readonly form?: Form;
  readonly problems?: Problems;
  /** What the form is drawn from; absent: a new one, which nobody else has before them. */
  readonly drawn?: string;
  /** What somebody else changed meanwhile, and what was written down of it. */
  readonly conflicts?: readonly Conflict[];
  readonly by?: AuditEntry;
  /** Below the fields. */
  readonly shown?: Omit<LogoPart, 'visit' | 'its'>;
}

/** One step of the settings: as it is kept, or as it was sent with what is wrong. */
export function settingsPage(
  step: Step,
  { isNew, name, parts, form, problems = {}, shown, drawn, conflicts = [], by }: ShownSettings,
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
  const isTried = isDraft && !isNew && mayChange;
  return {
    kind: 'page',
    title: say(`admin.settings.${name}`),
    ...(!isNew && { of: { its: consultation, at: 'settings' } }),
    ...((hasProblems(problems) || shown?.problem) && { status: 422 }),
    ...((conflicts.length > 0 || shown?.problem?.code === 'meanwhile') && { status: 409 }),
    body: html`${progress(isNew, name, parts)}${summary(problems, say('admin.problems'))}
${isTried ? html`<div class="beside-trial"><div>` : ''}
${
  mayChange
    ? html`<form method="post" action="${action}" class="settings">${hidden('jeton', token)}${drawn === undefined ? '' : hidden(drawnField, drawn)}${conflictPart({ conflicts, words: settingWords(parts), by, timeZone: consultation.timeZone }, visit)}${fields}${buttons}</form>`
    : html`<fieldset disabled class="settings">${fields}</fieldset>`
}
${shown === undefined ? '' : logoPart({ visit, its: consultation, ...shown })}
${!isNew && name === 'content' && visit.role !== 'reader' ? ownCatalogue(consultation.id, visit) : ''}
${isDraft && name === 'information' && mayChange ? opening(consultation.id, visit) : ''}
${isTried ? html`</div>${trialBeside(consultation, visit)}</div>` : ''}`,
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

const ownCatalogue = (code: string, { say }: Member) =>
  html`<section><h2><a href="${catalogueAddress(code)}">${say('town-catalogue.link')}</a></h2><p>${say('town-catalogue.link-how')}</p></section>`;

const opening = (
  code: string,
  { say, token }: Member,
) => html`<section class="opening"><h2>${say('admin.settings.ready')}</h2>
<p>${say('admin.settings.ready-how')}</p>
<form method="post" action="/animation/c/${code}/ouverture">${hidden('jeton', token)}${button(say('admin.settings.open'))}</form></section>`;
