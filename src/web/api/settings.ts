import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { readOrigins } from '../admin/invite/origins.ts';
import type { StepParts } from '../admin/settings/step.ts';
import { without } from '../admin/settings/step.ts';
import { formOf } from '../http/form.ts';
import type { ApiParts } from './api-parts.ts';
import { type ApiProblem, problem, type Wrong } from './problem.ts';
import { type ApiCaller, pointer } from './route.ts';
import { formsOf } from './settings-forms.ts';
import type { ConsultationSettings } from './settings-shape.ts';

/** Settled once it was opened. */
const draftOnly = [
  'code',
  'catalogue',
  'domains',
  'trajectories',
  'length',
  'opens',
  'minGroup',
] as const satisfies readonly (keyof ConsultationSettings)[];

/** The consultation with other settings, by the rules of the forms of the space; or what is wrong with them. */
export function withSettings(
  before: Consultation,
  given: ConsultationSettings,
  caller: Pick<ApiCaller, 'language' | 'say' | 'now'>,
  parts: Pick<ApiParts, 'catalogues' | 'phrases' | 'viewOf'>,
): Consultation | ApiProblem {
  const { say } = caller;
  const fixed = before.draft ? [] : draftOnly.filter((name) => given[name] !== undefined);
  if (fixed.length > 0)
    return problem('fixed', {
      errors: fixed.map((name) => ({ pointer: pointer(name), detail: say('api.wrong.fixed') })),
    });
  const wrong: Wrong[] = [];
  let consultation = before;
  for (const { step, names, pairs } of formsOf(parts.viewOf)) {
    const isAsked = names.some((name) => given[name] !== undefined);
    if (!isAsked) continue;
    const its = stepParts(consultation, caller, parts);
    wrong.push(...unknownIn(given, its, names));
    const read = step.read(formOf(pairs(given, its)), its);
    if ('consultation' in read) ({ consultation } = read);
    else
      wrong.push(
        ...Object.entries(read.problems).map(([name, detail]) => ({ pointer: pointerOf(name), detail })),
      );
  }
  const framed = framedIn(consultation, given, say);
  if ('id' in framed) consultation = framed;
  else wrong.push(...framed);
  return wrong.length > 0 ? problem('invalid', { errors: wrong }) : consultation;
}

function stepParts(
  consultation: Consultation,
  { language, say, now }: Pick<ApiCaller, 'language' | 'say' | 'now'>,
  { catalogues, phrases }: Pick<ApiParts, 'catalogues' | 'phrases'>,
): StepParts {
  const found = catalogues.all.find(({ edition }) => edition === consultation.catalogue);
  const { languages } = phrases;
  return {
    visit: { language, languages, say, now, path: '', params: {}, query: new URLSearchParams() },
    consultation,
    catalogue: found ?? catalogues.all[0],
    catalogues: catalogues.all,
  };
}

/** A form shows what there is to choose from; here a name may be one that nobody knows. */
function unknownIn(
  given: ConsultationSettings,
  { visit, catalogue: present, catalogues }: StepParts,
  names: readonly (keyof ConsultationSettings)[],
): readonly Wrong[] {
  const chosen = catalogues.find(({ edition }) => edition === given.catalogue);
  const catalogue = chosen ?? present;
  const known: Partial<Record<keyof ConsultationSettings, readonly string[]>> = {
    languages: catalogue.languages,
    kinds: catalogue.territories,
    ...knownContent(catalogue),
    catalogue: catalogues.map(({ edition }) => edition),
    timeZone: Intl.supportedValuesOf('timeZone'),
  };
  return names.flatMap((name) => {
    const [all, said] = [known[name], given[name]];
    if (all === undefined || said === undefined || said === null) return [];
    const values = Array.isArray(said) ? said : [said];
    return values.flatMap((value, i) =>
      all.includes(`${value}`)
        ? []
        : [
            {
              pointer: Array.isArray(said) ? pointer(name, `${i}`) : pointer(name),
              detail: visit.say('api.wrong.unknown', { value: `${value}`.slice(0, 80) }),
            },
          ],
    );
  });
}

const knownContent = ({ domains }: Catalogue) => ({
  domains: domains.map(({ id }) => id),
  trajectories: domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id)),
});

function framedIn(
  consultation: Consultation,
  { frameOrigins }: ConsultationSettings,
  say: ApiCaller['say'],
): Consultation | readonly Wrong[] {
  if (frameOrigins === undefined) return consultation;
  const read = readOrigins(frameOrigins.map((one) => one.replace(/\s+/g, ' ')).join('\n'));
  if ('wrong' in read)
    return read.wrong.map(({ n, text }) => ({
      pointer: pointer('frameOrigins', `${n - 1}`),
      detail: say('api.wrong.origin', { text }),
    }));
  const rest = without(consultation, 'frameOrigins');
  return read.origins.length === 0 ? rest : { ...rest, frameOrigins: [...read.origins] };
}

/** From a field of a form to its place in the JSON. */
function pointerOf(name: string): string {
  const [, field, language] = /^(title|territory|information)-(.+)$/.exec(name) ?? [];
  if (field !== undefined && language !== undefined) return pointer(field, language);
  return pointer(renamed[name] ?? name);
}
const renamed: Readonly<Record<string, string>> = { 'min-group': 'minGroup', retention: 'retentionMonths' };
