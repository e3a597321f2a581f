import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '../consultation.ts';
import { type ConsultationSettings, type SettingName, type SettingProblem, wrong } from './settings.ts';

/** An optional setting: not set, it stands nowhere. */
type Optional =
  | 'languages'
  | 'offers'
  | 'kinds'
  | 'trajectories'
  | 'length'
  | 'expected'
  | 'townFigures'
  | 'closesAt'
  | 'timeZone'
  | 'information'
  | 'provisionalFor'
  | 'entry'
  | 'paper'
  | 'proposals'
  | 'accent'
  | 'frameOrigins';
/** What some settings change, and what is wrong with them. */
export interface Part {
  readonly changed: Partial<Consultation>;
  readonly drop: readonly Optional[];
  readonly problems: readonly SettingProblem[];
}
export const unchanged: Part = { changed: {}, drop: [], problems: [] };

/** Those of a list that nobody knows. */
export const strangers = (
  setting: SettingName,
  said: readonly string[] | undefined,
  known: readonly string[],
): readonly SettingProblem[] =>
  (said ?? []).flatMap((value, i) =>
    known.includes(value) ? [] : [wrong(setting, 'unknown', [`${i}`], { value: value.slice(0, 80) })],
  );

/** As many of all as are wanted, in their order; nothing wanted: all. */
export const among = (all: readonly string[], wanted: readonly string[] | undefined): string[] =>
  all.filter((one) => wanted?.includes(one) ?? true);

/** Texts in languages that the catalogue does not speak. */
export const foreign = (
  setting: 'title' | 'territory' | 'information',
  given: ConsultationSettings,
  { languages }: Catalogue,
): readonly SettingProblem[] =>
  Object.keys(given[setting] ?? {}).flatMap((language) =>
    languages.includes(language) ? [] : [wrong(setting, 'unknown', [language], { value: language })],
  );
