import type { Language } from '#domain/catalogue/language.ts';
import { zoneNamed } from '#domain/consultation/local-day.ts';
import type { Wording } from '../wording.ts';

type Speech = Pick<Wording, 'language' | 'say'>;

/** Places whose name is not what IANA writes, or that are looked for first here. */
const known = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'America/St_Barthelemy',
  'America/Marigot',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Marquesas',
  'Pacific/Gambier',
  'Pacific/Wallis',
  'Europe/Brussels',
  'Europe/Luxembourg',
  'Europe/Zurich',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Rome',
  'Europe/Athens',
  'Europe/Vienna',
  'Europe/Warsaw',
  'Europe/Copenhagen',
  'Europe/Moscow',
  'America/Toronto',
  'Africa/Algiers',
  'Africa/Cairo',
  'UTC',
] as const;

const isKnown = (zone: string): zone is (typeof known)[number] => known.some((one) => one === zone);

/** Every time zone as it is called in a language, those of the French republic and around first. */
export function zoneNames(speech: Speech): ReadonlyMap<string, string> {
  const before = names.get(speech.language);
  if (before !== undefined) return before;
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !isKnown(zone));
  const called = new Map<string, string>();
  const taken = new Set<string>();
  for (const zone of [...known, ...others]) {
    const name = named(zone, speech);
    // Two towns of one name on the same clocks are told apart by what IANA calls them.
    called.set(zone, taken.has(name) ? `${name} · ${zone}` : name);
    taken.add(name);
  }
  names.set(speech.language, called);
  return called;
}

/** One a language: four hundred formats take a tenth of a second to make. */
const names = new Map<Language, ReadonlyMap<string, string>>();

/** How a zone is called: its town, and its clocks. */
export const zoneName = (zone: string, speech: Speech): string => zoneNames(speech).get(zone) ?? zone;

/** The zone that somebody means: by the name it has in their language, whatever its letters' case, or by IANA's. */
export function zoneCalled(said: string, speech: Speech): string | undefined {
  const wanted = said.trim().toLowerCase();
  const all = [...zoneNames(speech)];
  const whole = all.find(([, name]) => name.toLowerCase() === wanted);
  const towns = all.filter(([, name]) => name.toLowerCase().split(' (')[0] === wanted);
  const [town] = towns.length === 1 ? towns : [];
  return (whole ?? town)?.[0] ?? zoneNamed(said.trim());
}

/** Clocks are called after the rules of these years: in 1970 few of them were changed in summer. */
const oneDay = Date.UTC(2026, 0, 1);

function named(zone: string, { language, say }: Speech): string {
  const town = isKnown(zone)
    ? say(`time-zone.${zone}`)
    : (zone.split('/').slice(1).reverse().join(', ') || zone).replaceAll('_', ' ');
  const clocks = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(oneDay)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return clocks === undefined ? town : `${town} (${clocks})`;
}
