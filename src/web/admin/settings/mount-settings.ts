import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Store } from '#store/store.ts';
import type { Form } from '#web/http/form.ts';
import { html, joined } from '#web/http/pages/html.ts';
import type { Admin, Done } from '../admin.ts';
import { button, hidden, type Problems, summary } from '../fields.ts';
import { named } from '../said.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { about } from './about.ts';
import { calendar } from './calendar.ts';
import { content } from './content.ts';
import { freeCode } from './free-code.ts';
import { information, type ViewOf } from './information.ts';
import { type Step, type StepName, type StepParts, steps } from './step.ts';

export interface SettingsParts {
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly viewOf: ViewOf;
  /** What a new consultation begins as. */
  readonly blank: () => Promise<Consultation>;
}

/** `/animation/nouvelle`, then four steps at `/animation/c/{code}/reglages/{step}`: a consultation is set up. */
export function mountSettings(admin: Admin, parts: SettingsParts): void {
  const { store, blank } = parts;
  const all: Readonly<Record<StepName, Step>> = {
    about,
    content,
    calendar,
    information: information(parts.viewOf),
  };
  const fresh = { isNew: true, name: 'about' } as const;

  admin.page('/nouvelle', 'facilitator', async (visit) =>
    page(all.about, { ...fresh, parts: stepParts(visit, await blank(), parts) }),
  );
  admin.act('/nouvelle', 'facilitator', async (visit, form): Promise<Done> => {
    const its = stepParts(visit, await blank(), parts);
    const read = all.about.read(form, its);
    if ('problems' in read) return page(all.about, { ...fresh, parts: its, form, problems: read.problems });
    const { consultation } = read;
    const wanted = form.one('code') === '' ? undefined : consultation.id;
    const code = await freeCode(
      named(consultation.title, { language: consultation.language }),
      wanted,
      store,
    );
    if (code === undefined) return page(all.about, { ...fresh, parts: its, form, problems: taken(visit) });
    await store.save('consultation', { ...consultation, id: code, version: 0 });
    const wrote = { did: 'created', consultation: code } as const;
    return { kind: 'to', path: address(code, 'content'), wrote };
  });
  admin.page('/c/:code/reglages', 'reader', async (visit) => {
    const consultation = await store.load('consultation', visit.params.code ?? '');
    return consultation === undefined
      ? { kind: 'missing' }
      : { kind: 'to', path: address(consultation.id, 'about') };
  });
  for (const name of steps) {
    const step = all[name];
    admin.page(`/c/:code/reglages/${name}`, 'reader', async (visit) => {
      const consultation = await store.load('consultation', visit.params.code ?? '');
      if (consultation === undefined) return { kind: 'missing' };
      return page(step, { isNew: false, name, parts: stepParts(visit, consultation, parts) });
    });
    admin.act(`/c/:code/reglages/${name}`, 'facilitator', (visit, form) =>
      saved(step, name, visit, form, parts),
    );
  }
}

async function saved(
  step: Step,
  name: StepName,
  visit: Member,
  form: Form,
  parts: SettingsParts,
): Promise<Done> {
  const { store } = parts;
  const before = await store.load('consultation', visit.params.code ?? '');
  if (before === undefined || before.archivedAt !== undefined) return { kind: 'missing' };
  const its = stepParts(visit, before, parts);
  const read = step.read(form, its);
  const again = (problems: Problems) => page(step, { isNew: false, name, parts: its, form, problems });
  if ('problems' in read) return again(read.problems);
  const renamed = read.consultation.id !== before.id;
  if (renamed && (await store.load('consultation', read.consultation.id)) !== undefined)
    return again(taken(visit));
  const kept = await store.save('consultation', {
    ...read.consultation,
    version: renamed ? 0 : before.version,
  });
  // Somebody else saved it meanwhile, or a result came: what this form says is said of the newer one.
  if (kept.outcome === 'conflict') return saved(step, name, visit, form, parts);
  if (renamed) await store.erase('consultation', before.id);
  const wrote = { did: 'changed', consultation: kept.record.id } as const;
  const next = steps[steps.indexOf(name) + 1];
  const goesOn = kept.record.draft && next !== undefined && form.one('stay') === '';
  const path = address(kept.record.id, goesOn ? next : name);
  return { kind: 'to', path, said: 'saved', wrote };
}

interface Shown {
  readonly isNew: boolean;
  readonly name: StepName;
  readonly parts: StepParts & { readonly visit: Member };
  readonly form?: Form;
  readonly problems?: Problems;
}

function page(step: Step, { isNew, name, parts, form, problems = {} }: Shown): AdminAnswer {
  const { visit, consultation } = parts;
  const { say, token } = visit;
  const n = steps.indexOf(name) + 1;
  const action = isNew ? '/animation/nouvelle' : address(consultation.id, name);
  const isDraft = consultation.draft === true;
  const buttons = html`<p class="ways">${button(say(isDraft && n < steps.length ? 'admin.settings.next' : 'admin.save'))}
${isDraft && !isNew && n < steps.length ? button(say('admin.settings.stay'), 'beside', 'stay') : ''}</p>`;
  const mayChange = visit.account.role !== 'reader' && consultation.archivedAt === undefined;
  const fields = step.show(parts, form, problems);
  return {
    kind: 'page',
    title: say(`admin.settings.${name}`),
    ...(!isNew && { of: { code: consultation.id, title: named(consultation.title, visit), at: 'settings' } }),
    ...(Object.keys(problems).length > 0 && { status: 422 }),
    body: html`${progress(isNew, name, parts)}${summary(problems, say('admin.problems'))}
${
  mayChange
    ? html`<form method="post" action="${action}" class="settings">${hidden('jeton', token)}${fields}${buttons}</form>`
    : html`<fieldset disabled class="settings">${fields}</fieldset>`
}
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

function stepParts(visit: Member, consultation: Consultation, { catalogues }: SettingsParts) {
  const catalogue: Catalogue =
    catalogues.all.find(({ edition }) => edition === consultation.catalogue) ?? catalogues.all[0];
  return { visit, consultation, catalogue, catalogues: catalogues.all };
}

const address = (code: string, step: StepName): string => `/animation/c/${code}/reglages/${step}`;

const taken = ({ say }: Member): Problems => ({ code: say('admin.about.taken-code') });
