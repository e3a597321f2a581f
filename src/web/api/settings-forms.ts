import { dayOf, justBefore } from '#domain/consultation/local-day.ts';
import { about } from '../admin/settings/about.ts';
import { calendar, usualZone } from '../admin/settings/calendar.ts';
import { content } from '../admin/settings/content.ts';
import { information } from '../admin/settings/information.ts';
import type { Step, StepParts } from '../admin/settings/step.ts';
import type { ApiParts } from './api-parts.ts';
import type { ConsultationSettings } from './settings-shape.ts';

type Pairs = readonly (readonly [string, string])[];

interface AsForm {
  readonly step: Step;
  readonly names: readonly (keyof ConsultationSettings)[];
  /** What the form of the step would send. */
  readonly pairs: (given: ConsultationSettings, parts: StepParts) => Pairs;
}

/** The steps of the space's form, each with what it would send for given settings. */
export function formsOf(viewOf: ApiParts['viewOf']): readonly AsForm[] {
  return [
    {
      step: about,
      names: ['code', 'catalogue', 'title', 'territory', 'languages', 'kinds'],
      pairs: (given, { consultation, catalogue }) => {
        const languages = given.languages ?? consultation.languages ?? catalogue.languages;
        return [
          ...many('languages', languages),
          ...many('kinds', given.kinds ?? consultation.kinds ?? catalogue.territories),
          ...each('title', { ...consultation.title, ...given.title }),
          ...each('territory', { ...consultation.territory, ...given.territory }),
          ['code', given.code ?? (consultation.version === 0 ? '' : consultation.id)],
          ['catalogue', given.catalogue ?? consultation.catalogue],
        ];
      },
    },
    {
      step: content,
      names: ['domains', 'trajectories', 'length'],
      pairs: (given, { consultation, catalogue }) => {
        const all = catalogue.domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
        return [
          ...many('domains', given.domains ?? consultation.domains),
          ...many('trajectories', given.trajectories ?? consultation.trajectories ?? all),
          ['length', given.length ?? consultation.length ?? 'usual'],
        ];
      },
    },
    {
      step: calendar,
      names: ['opens', 'closes', 'timeZone', 'minGroup', 'controller', 'contact', 'retentionMonths'],
      pairs: (given, { consultation }) => {
        const zone = consultation.timeZone ?? usualZone;
        const { closesAt, controller, language } = consultation;
        const last = closesAt === undefined ? '' : dayOf(justBefore(closesAt), zone);
        return [
          ['opens', given.opens ?? dayOf(consultation.opensAt, zone)],
          ['closes', given.closes === undefined ? last : (given.closes ?? '')],
          ['zone', given.timeZone ?? zone],
          ['min-group', `${given.minGroup ?? consultation.minGroup}`],
          ['controller', given.controller ?? controller.name[language] ?? ''],
          ['contact', given.contact ?? controller.contact],
          ['retention', `${given.retentionMonths ?? consultation.retentionMonths}`],
        ];
      },
    },
    {
      step: information(viewOf),
      names: ['information'],
      pairs: (given, { consultation }) =>
        each('information', { ...consultation.information, ...given.information }),
    },
  ];
}

const many = (name: string, values: readonly string[]): Pairs => values.map((value) => [name, value]);
const each = (name: string, texts: Readonly<Record<string, string>>): Pairs =>
  Object.entries(texts).map(([language, text]) => [`${name}-${language}`, text]);
