import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { type Consultation, ConsultationCode, stageOf } from '../consultation.ts';
import { keepPromise, retentionOf } from '../retention/retention.ts';
import { without } from '../without.ts';
import { accentOf } from './accent.ts';
import { calendarOf } from './calendar.ts';
import { choicesOf } from './choices.ts';
import { contentOf } from './content.ts';
import { expectedOf } from './expected.ts';
import { fixedSettings } from './fixed-settings.ts';
import { followingInformation } from './following-information.ts';
import { framesOf } from './frame-origins.ts';
import { informationOf, type UsualInformation } from './information.ts';
import { namesOf } from './names.ts';
import { type Part, unchanged } from './part.ts';
import { responsibleOf } from './responsible.ts';
import { type ConsultationSettings, type SettingProblem, wrong } from './settings.ts';
import { townFiguresOf } from './town-figures.ts';

/** What settings are judged by. */
export interface SettingsContext {
  readonly catalogues: readonly [Catalogue, ...Catalogue[]];
  readonly now: string;
  readonly usualInformation: UsualInformation;
}

export type SettingsApplied =
  | { readonly consultation: Consultation }
  | { readonly problems: readonly [SettingProblem, ...SettingProblem[]] };

/** A consultation with other settings, whichever way they came; or everything that is wrong with them. */
export function applySettings(
  before: Consultation,
  given: ConsultationSettings,
  context: SettingsContext,
): SettingsApplied {
  const { catalogues, now } = context;
  const fixed = fixedSettings(before, now).filter((name) => given[name] !== undefined);
  const [first, ...others] = fixed.map((name) => wrong(name, name === 'paper' ? 'sheets' : 'fixed'));
  if (first !== undefined) return { problems: [first, ...others] };
  const chosen = catalogues.find(({ edition }) => edition === (given.catalogue ?? before.catalogue));
  const catalogue = chosen ?? catalogues[0];
  const rebased = given.catalogue === undefined ? before : onCatalogue(before, catalogue);
  const problems: SettingProblem[] =
    chosen === undefined && given.catalogue !== undefined
      ? [wrong('catalogue', 'unknown', [], { value: given.catalogue.slice(0, 80) })]
      : [];
  let consultation = rebased;
  const take = (read: Part) => {
    problems.push(...read.problems);
    consultation = { ...without(consultation, ...read.drop), ...read.changed };
  };
  take(namesOf(consultation, given, catalogue));
  take(codeIn(consultation, given));
  take(contentOf(consultation, given, catalogue));
  take(expectedOf(given));
  take(townFiguresOf(given, catalogue));
  take(calendarOf(consultation, given, now));
  take(choicesOf(given));
  take(responsibleOf(consultation, given, catalogue));
  take(informationOf(consultation, given, catalogue, context.usualInformation));
  take(followingInformation(rebased, consultation, given, context.usualInformation));
  take(accentOf(given));
  take(framesOf(given));
  problems.push(...afterErasure(before, consultation, now), ...opensAgain(before, consultation, now));
  const [worst, ...rest] = problems;
  return worst === undefined
    ? { consultation: keepPromise(before, consultation, now) }
    : { problems: [worst, ...rest] };
}

/** Nobody may still answer on the day on which all answers are erased, as it was announced. */
function afterErasure(
  before: Consultation,
  { closesAt }: Consultation,
  now: string,
): readonly SettingProblem[] {
  if (before.draft || before.opensAt > now || closesAt === undefined || closesAt === before.closesAt)
    return [];
  const retention = retentionOf(before);
  return retention !== undefined && closesAt > retention.eraseAt
    ? [wrong('closes', 'after-erasure', [], { day: retention.eraseOn })]
    : [];
}

/** To let people answer again after the end is an owner's to decide: another closing day does not do it by the way. */
const opensAgain = (before: Consultation, after: Consultation, now: string): readonly SettingProblem[] =>
  stageOf(before, now) === 'closed' && stageOf(after, now) !== 'closed' ? [wrong('closes', 'over')] : [];

/** Another catalogue has trajectories, roles and kinds of territory of its own. */
function onCatalogue(before: Consultation, { edition, domains }: Catalogue): Consultation {
  if (edition === before.catalogue) return before;
  return {
    ...without(before, 'trajectories', 'kinds', 'townFigures'),
    catalogue: edition,
    domains: domains.map(({ id }) => id),
  };
}

function codeIn({ id }: Consultation, { code }: ConsultationSettings): Part {
  if (code === undefined) return unchanged;
  const wanted = code.toLowerCase();
  if (!ConsultationCode.safeParse(wanted).success)
    return { ...unchanged, problems: [wrong('code', 'wrong-code')] };
  return { ...unchanged, changed: { id: wanted || id } };
}
