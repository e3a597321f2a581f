import { createConsultation } from '#application/consultation/create-consultation.ts';
import type { ApplicationParts } from '#application/parts.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { newDraft } from '#domain/consultation/life-cycle.ts';
import { type SettingProblem, wrong } from '#domain/consultation/settings/settings.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { lastDone } from '../at-once/last-done.ts';
import type { Problems } from '../fields.ts';
import type { AdminOptions } from '../options.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { about } from './about.ts';
import { settingsAddress } from './address.ts';
import { calendar } from './calendar.ts';
import { content } from './content.ts';
import { information } from './information.ts';
import { mountLogo } from './mount-logo.ts';
import { takeName } from './plan-part.ts';
import { saveStep, standing } from './save-step.ts';
import { type ShownSettings, settingsPage } from './settings-page.ts';
import { besideFields, type Step, type StepName, steps } from './step.ts';
import { tooLate } from './too-late.ts';

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
    settingsPage(all.about, { ...fresh, parts: stepParts(visit, await blank(), parts) }),
  );
  admin.act('/nouvelle', 'facilitator', async (visit, form): Promise<AdminAnswer> => {
    const its = stepParts(visit, await blank(), parts);
    const again = (problems: Problems) => settingsPage(all.about, { ...fresh, parts: its, form, problems });
    const settings = all.about.read(form, its);
    if (settings === undefined) return { kind: 'missing' };
    const made = await createConsultation(application, visit.actor, {
      model: parts.defaultCode,
      settings,
      as: 'draft',
    });
    switch (made.outcome) {
      case 'done':
        return { kind: 'to', path: settingsAddress(made.consultation.id, 'content') };
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
    path: settingsAddress(id, 'about'),
  }));
  mountLogo(admin, application, async (visit, its, problem) => {
    const shown = { logo: await store.load('logo', its.id), problem };
    const step = stepParts(visit, its, parts);
    const drawn = drawnFrom(standing(step, application));
    return settingsPage(about, { isNew: false, name: 'about', parts: step, shown, drawn });
  });
  for (const name of steps) {
    const step = all[name];
    admin.pageOf(`/c/:code/reglages/${name}`, 'reader', async (visit, its) => {
      const shown = stepParts(visit, its, parts);
      const drawn = drawnFrom(standing(shown, application));
      const logo = await withLogo(name, its, application);
      return settingsPage(step, { isNew: false, name, parts: shown, drawn, ...logo });
    });
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
  its: ShownSettings['parts'],
  application: ApplicationParts,
): Promise<AdminAnswer> {
  const { consultation } = its;
  const shown = await withLogo(name, consultation, application);
  const again = (problems: readonly SettingProblem[]) =>
    settingsPage(step, {
      isNew: false,
      name,
      parts: its,
      form,
      problems: besideFields(problems, its),
      drawn: form.one(drawnField),
      ...shown,
    });
  const late = tooLate(form, its);
  if (late.length > 0) return again(late.map((one) => wrong(one, 'fixed')));
  const settings = step.read(form, its);
  if (settings === undefined) return { kind: 'missing' };
  const set = await saveStep(settings, form, its, application);
  switch (set.outcome) {
    case 'conflict': {
      const consultation =
        (await application.store.load('consultation', its.consultation.id)) ?? its.consultation;
      const by = await lastDone(application.audit, consultation.id, ['changed']);
      const latest = { ...its, consultation };
      return settingsPage(step, {
        ...{ isNew: false, name, parts: latest, form: set.form, conflicts: set.conflicts, ...shown },
        ...{ drawn: drawnFrom(standing(latest, application)), ...(by && { by }) },
      });
    }
    case 'done': {
      const next = steps[steps.indexOf(name) + 1];
      const stays = form.one('stay') !== '' || form.one(takeName) !== '';
      const goesOn = set.consultation.draft && next !== undefined && !stays;
      return { kind: 'to', path: settingsAddress(set.consultation.id, goesOn ? next : name), said: 'saved' };
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
): Promise<Pick<ShownSettings, 'shown'>> {
  return name === 'about' ? { shown: { logo: await store.load('logo', id) } } : {};
}

function stepParts(
  visit: Member,
  consultation: Consultation,
  { application: { catalogues } }: SettingsParts,
) {
  const catalogue: Catalogue = catalogues.find(consultation.catalogue) ?? catalogues.all[0];
  return { visit, consultation, catalogue, catalogues: catalogues.offeredTo(consultation) };
}
