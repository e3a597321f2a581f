import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { oneLine } from '#domain/conversation/one-line.ts';
import { bounds, type Consultation } from '../consultation.ts';
import type { Part } from './part.ts';
import { type ConsultationSettings, settingBounds, wrong } from './settings.ts';

/** Who answers for the data, for how long it is kept, and the smallest group that anything is shown of. */
export function responsibleOf(
  before: Consultation,
  given: ConsultationSettings,
  { languages }: Catalogue,
): Part {
  const { minGroup = before.minGroup, retentionMonths = before.retentionMonths } = given;
  const name = given.controller === undefined ? undefined : oneLine(given.controller);
  const contact = given.contact === undefined ? before.controller.contact : oneLine(given.contact);
  const isWithin = (n: number, least: number, most: number) => Number.isInteger(n) && n >= least && n <= most;
  const { controller: longest, contact: longestContact, months: most } = settingBounds;
  const isNamed = name === undefined || (name.length >= 2 && name.length <= longest);
  // Written again as it stood, it is still said in each language.
  const isSame = name === undefined || name === before.controller.name[before.language];
  const its = isSame
    ? before.controller.name
    : Object.fromEntries(languages.map((language) => [language, name]));
  return {
    changed: { minGroup, retentionMonths, controller: { name: its, contact } },
    drop: [],
    problems: [
      ...(given.minGroup !== undefined && !isWithin(minGroup, bounds.least, bounds.most)
        ? [wrong('minGroup', 'wrong-group', [], { least: bounds.least, most: bounds.most })]
        : []),
      ...(isNamed ? [] : [wrong('controller', 'no-controller', [], { most: longest })]),
      ...(given.contact !== undefined && contact.length > longestContact
        ? [wrong('contact', 'long-contact', [], { most: longestContact })]
        : []),
      ...(given.retentionMonths !== undefined && !isWithin(retentionMonths, 1, most)
        ? [wrong('retentionMonths', 'wrong-retention', [], { most })]
        : []),
      // People have read for how long: it holds for them.
      ...(!before.draft && retentionMonths > before.retentionMonths
        ? [wrong('retentionMonths', 'longer-retention', [], { months: before.retentionMonths })]
        : []),
    ],
  };
}
