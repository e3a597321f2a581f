import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '../consultation.ts';
import { dayOf, usualZone } from '../local-day.ts';
import { lastDay } from './calendar.ts';
import type { UsualInformation } from './information.ts';
import { among } from './part.ts';
import type { ConsultationSettings } from './settings.ts';

/** A consultation's settings as they stand, each as somebody would write it; `usual`: what people read where it has no text of its own. */
export function settingsOf(
  its: Consultation,
  catalogue: Catalogue,
  usual: UsualInformation,
): ConsultationSettings {
  const zone = its.timeZone ?? usualZone;
  const languages = among(catalogue.languages, its.languages);
  const standing = catalogue.packs.filter(({ fallback }) => fallback !== undefined);
  const offered = standing.flatMap(({ language, offered }) => (offered ? [language] : []));
  const texts = languages.map((one) => [one, its.information?.[one] ?? usual(its, one)] as const);
  const all = catalogue.domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
  return {
    ...{ code: its.id, catalogue: its.catalogue, title: its.title, territory: its.territory, languages },
    offers: its.offers ?? offered,
    kinds: among(catalogue.territories, its.kinds),
    domains: its.domains,
    trajectories: its.trajectories ?? all,
    length: its.length ?? 'usual',
    expected: its.expected ?? null,
    townFigures: its.townFigures ?? null,
    opens: dayOf(its.opensAt, zone),
    closes: lastDay(its, zone) ?? null,
    timeZone: zone,
    minGroup: its.minGroup,
    provisionalFor: its.provisionalFor ?? 'answered',
    proposals: its.proposals ?? 'none',
    controller: its.controller.name[its.language] ?? '',
    contact: its.controller.contact,
    retentionMonths: its.retentionMonths,
    information: Object.fromEntries(texts),
    accent: its.accent ?? null,
    frameOrigins: its.frameOrigins ?? [],
  };
}
