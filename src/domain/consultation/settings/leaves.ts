import type { Leaves } from '../../records/meet.ts';
import { type ConsultationSettings, SettingNames } from './settings.ts';

/**
 * Settings one by one: those that are given, and none else; a setting in several languages, or of several figures, is several, each
 * named by its language or place behind a hyphen. Two that mean the same are the same text.
 */
export function leavesOf(settings: ConsultationSettings): Leaves {
  return new Map(
    SettingNames.flatMap((name): readonly (readonly [string, string])[] => {
      const value = settings[name];
      if (value === undefined) return [];
      if (Array.isArray(value)) return [[name, value.toSorted().join('\n')]];
      if (value === null || typeof value !== 'object') return [[name, plain(`${value ?? ''}`)]];
      return within(name, value);
    }),
  );
}

/** The same settings without some of these. */
export function withoutLeaves(
  settings: ConsultationSettings,
  names: ReadonlySet<string>,
): ConsultationSettings {
  const { title, territory, information, ...rest } = settings;
  const texts = Object.entries({ title, territory, information }).flatMap(([name, its]) => {
    const kept = Object.entries(its ?? {}).filter(([language]) => !names.has(`${name}-${language}`));
    return kept.length === 0 ? [] : [[name, Object.fromEntries(kept)] as const];
  });
  const others = Object.entries(rest).filter(([name]) => !names.has(name));
  return { ...Object.fromEntries(others), ...Object.fromEntries(texts) };
}

/** What stands within a setting, however deep. */
const within = (
  name: string,
  value: Readonly<Record<string, string | number | Readonly<Record<string, number>>>>,
): readonly (readonly [string, string])[] =>
  Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'object' ? within(`${name}-${key}`, one) : [[`${name}-${key}`, plain(`${one}`)] as const],
  );

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
