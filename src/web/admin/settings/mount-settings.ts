import { changeSettings } from '#application/consultation/change-settings.ts';
import { createConsultation } from '#application/consultation/create-consultation.ts';
import type { ApplicationParts } from '#application/parts.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { newDraft } from '#domain/consultation/life-cycle.ts';
import { type SettingProblem, wrong } from '#domain/consultation/settings/settings.ts';
import type { Form } from '#web/http/form.ts';
import { html, joined } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button, hidden, type Problems, summary } from '../fields.ts';
import type { AdminOptions } from '../options.ts';
import { named } from '../said.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { about } from './about.ts';
import { calendar } from './calendar.ts';
import { content } from './content.ts';
import { information } from './information.ts';
import { type LogoPart, logoPart } from './logo-part.ts';
import { mountLogo } from './mount-logo.ts';
import { takeName } from './plan-part.ts';
import { besideFields, type Step, type StepName, type StepParts, steps } from './step.ts';

type SettingsParts = Pick<AdminOptions, 'application' | 'viewOf' | 'defaultCode'>;

/** `/animation/nouvelle`, then four steps at `/animation/c/{code}/reglages/{step}`: a consultation is set up. */
export function mountSettings(admin: Admin, parts: SettingsParts): void {
  const { application } = parts;
  const { store } = application;
  const blank = async () => {
    const like = await store.load('consultation', parts.defaultCode);
    if (like === undefined) throw new Error(`The consultation ${parts.defaultCode} is gone`);
    return newDraft(like, application.now());
  };
  const all: Readonly<Record<StepName, Step>> = {
    about,
    content,
    calendar,
    information: information(parts.viewOf, application.usualInformation),
  };
  const fresh = { isNew: true, name: 'about' } as const;

  admin.page('/nouvelle', 'facilitator', async (visit) =>
    page(all.about, { ...fresh, parts: stepParts(visit, await blank(), parts) }),
  );
  admin.act('/nouvelle', 'facilitator', async (visit, form): Promise<AdminAnswer> => {
    const its = stepParts(visit, await blank(), parts);
    const again = (problems: Problems) => page(all.about, { ...fresh, parts: its, form, problems });
    const settings = all.about.read(form, its);
    if (settings === undefined) return { kind: 'missing' };
    const made = await createConsultation(application, visit.actor, {
      model: parts.defaultCode,
      settings,
      as: 'draft',
    });
    switch (made.outcome) {
      case 'done':
        return { kind: 'to', path: address(made.consultation.id, 'content') };
      case 'invalid':
        return again(besideFields(made.problems, its));
      case 'taken':
        return again(besideFields([wrong('code', 'taken-code')], its));
      default:
        return { kind: made.outcome };
    }
  });
  admin.pageOf('/c/:code/reglages', 'reader', async (_, { id }) => ({
    kind: 'to',
    path: address(id, 'about'),
  }));
  mountLogo(admin, application, async (visit, its, problem) => {
    const shown = { logo: await store.load('logo', its.id), problem };
    return page(about, { isNew: false, name: 'about', parts: stepParts(visit, its, parts), shown });
  });
  for (const name of steps) {
    const step = all[name];
    admin.pageOf(`/c/:code/reglages/${name}`, 'reader', async (visit, its) =>
      page(step, {
        isNew: false,
        name,
        parts: stepParts(visit, its, parts),
        ...(await withLogo(name, its, application)),
      }),
    );
    admin.actOf(`/c/:code/reglages/${name}`, 'facilitator', (visit, its, form) =>
      saved(step, name, form, stepParts(visit, its, parts), application),
    );
    // Asked for by the page as the form is filled in.
    const { plan } = step;
    if (plan !== undefined)
      admin.actOf(`/c/:code/reglages/${name}/prevision`, 'facilitator', async (visit, its, form) => ({
        kind: 'whole',
        html: plan(stepParts(visit, its, parts), form).html,
      }));
  }
}

async function saved(
  step: Step,
  name: StepName,
  form: Form,
  its: Shown['parts'],
  application: ApplicationParts,
): Promise<AdminAnswer> {
  const { visit, consultation } = its;
  const shown = await withLogo(name, consultation, application);
  const again = (problems: readonly SettingProblem[]) =>
    page(step, { isNew: false, name, parts: its, form, problems: besideFields(problems, its), ...shown });
  const settings = step.read(form, its);
  if (settings === undefined) return { kind: 'missing' };
  const set = await changeSettings(application, visit.actor, { code: consultation.id, settings });
  switch (set.outcome) {
    case 'done': {
      const next = steps[steps.indexOf(name) + 1];
      const stays = form.one('stay') !== '' || form.one(takeName) !== '';
      const goesOn = set.consultation.draft && next !== undefined && !stays;
      return { kind: 'to', path: address(set.consultation.id, goesOn ? next : name), said: 'saved' };
    }
    case 'invalid':
      return again(set.problems);
    case 'taken':
      return again([wrong('code', 'taken-code')]);
    default:
      return refused(set.outcome);
  }
}

/** The logo stands below the names, in a form of its own: a file cannot be shown again with what was typed. */
async function withLogo(
  name: StepName,
  { id }: Consultation,
  { store }: Pick<ApplicationParts, 'store'>,
): Promise<Pick<Shown, 'shown'>> {
  return name === 'about' ? { shown: { logo: await store.load('logo', id) } } : {};
}

interface Shown {
  readonly isNew: boolean;
  readonly name: StepName;
  readonly parts: StepParts & { readonly visit: Member };
  readonly form?: Form;
  readonly problems?: Problems;
  /** Below the fields. */
  readonly shown?: Omit<LogoPart, 'visit' | 'its'>;
}

function page(step: Step, { isNew, name, parts, form, problems = {}, shown }: Shown): AdminAnswer {
  const { visit, consultation } = parts;
  const { say, token } = visit;
  const n = steps.indexOf(name) + 1;
  const action = isNew ? '/animation/nouvelle' : address(consultation.id, name);
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
        : html`<li><a href="${address(consultation.id, step)}">${title}</a></li>`;
    }),
  )}</ol></nav>`;
}

const opening = (
  code: string,
  { say, token }: Member,
) => html`<section class="opening"><h2>${say('admin.settings.ready')}</h2>
<p>${say('admin.settings.ready-how')}</p>
<form method="post" action="/animation/c/${code}/ouverture">${hidden('jeton', token)}${button(say('admin.settings.open'))}</form></section>`;

function stepParts(
  visit: Member,
  consultation: Consultation,
  { application: { catalogues } }: SettingsParts,
) {
  const catalogue: Catalogue =
    catalogues.all.find(({ edition }) => edition === consultation.catalogue) ?? catalogues.all[0];
  return { visit, consultation, catalogue, catalogues: catalogues.all };
}

const address = (code: string, step: StepName): string => `/animation/c/${code}/reglages/${step}`;
