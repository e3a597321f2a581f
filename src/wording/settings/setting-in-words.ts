import type { CatalogueText } from '#domain/catalogue/catalogue.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import { type SettingChange, settingLists } from '#domain/consultation/settings/changes.ts';
import { languageTitle, spokenDay } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { languageWithin } from './setting-problem.ts';
import { zoneName } from './time-zones.ts';

export interface Speech extends Pick<Wording, 'language' | 'say'> {
  readonly text: Pick<CatalogueText, 'roles' | 'territories' | 'domains' | 'trajectories'>;
}

/** What a setting is called, each as `Leaves` name it. */
export function settingLabel(name: string, speech: Speech): string {
  const { say, language } = speech;
  const [setting = '', within] = name.split(/-(.*)/);
  const known = labels.find((one) => one === setting);
  if (known === undefined) return name;
  if (known === 'townFigures')
    return say('conflict.field.townFigures', { of: figureOf(within ?? '', speech) });
  return say(`conflict.field.${known}`, {
    language: within === undefined ? '' : languageWithin(within, language),
  });
}

const labels = [
  ...(['title', 'territory', 'languages', 'offers', 'code', 'kinds', 'accent', 'catalogue'] as const),
  ...(['expected', 'length', 'domains', 'trajectories', 'opens', 'closes', 'timeZone'] as const),
  ...(['minGroup', 'provisionalFor', 'controller', 'contact', 'retentionMonths', 'information'] as const),
  ...(['proposals', 'entry', 'paper', 'frameOrigins', 'townFigures', 'language', 'role', 'name'] as const),
] as const;

function figureOf(place: string, { say, text }: Speech): string {
  const [of, id = ''] = place.split(/-(.*)/);
  if (of === 'roles') return text.roles[id] ?? id;
  return of === 'territories' ? (text.territories[id] ?? id) : say('town-figures.source');
}

/** As whoever reads it knows it: by names, not by ids. */
export function settingText(name: string, value: string, speech: Speech): string {
  if (value === '') return speech.say('conflict.nothing');
  return settingLists.has(name) ? partsOf(name, value, speech).join(' · ') : one(name, value, speech);
}

/** A change of a setting in a sentence; of a list, what came and what went. */
export function changeInWords({ setting, before, after }: SettingChange, speech: Speech): string {
  const { say } = speech;
  const label = settingLabel(setting, speech);
  if (settingLists.has(setting)) {
    const [was, is] = [partsOf(setting, before, speech), partsOf(setting, after, speech)];
    const [added, removed] = [is.filter((it) => !was.includes(it)), was.filter((it) => !is.includes(it))];
    return say('conflict.change.list', {
      label,
      hasAdded: added.length > 0 ? 'yes' : 'no',
      added: added.join(' · '),
      hasRemoved: removed.length > 0 ? 'yes' : 'no',
      removed: removed.join(' · '),
    });
  }
  const kind = before === '' ? 'set' : after === '' ? 'unset' : 'became';
  const said = { label, before: one(setting, before, speech), after: one(setting, after, speech) };
  return say('conflict.change.one', { kind, ...said });
}

const partsOf = (name: string, value: string, speech: Speech): readonly string[] =>
  value === '' ? [] : value.split('\n').map((part) => one(name, part, speech));

/** One value; nothing of nothing. */
function one(name: string, value: string, { say, language, text }: Speech): string {
  if (value === '') return '';
  const [setting] = name.split('-');
  switch (setting) {
    case 'language':
    case 'languages':
    case 'offers':
      return languageTitle(value);
    case 'kinds':
      return text.territories[value] ?? value;
    case 'domains':
      return titleOf(value, text);
    case 'trajectories':
      return text.trajectories[value]?.title ?? value;
    case 'timeZone':
      return zoneName(value, { say, language });
    case 'opens':
    case 'closes':
      return spokenDay(value, language);
    case 'townFigures':
      return name.endsWith('-source') ? value : say('results.percent', { share: figure(value, language) });
    case 'length':
      return say(`admin.content.${value}.label`);
    case 'provisionalFor':
      return say(`admin.calendar.provisional.${value}.label`);
    case 'proposals':
      return say(`proposal.setting.${value}`);
    case 'entry':
      return say(`entry-code.page.${value}`);
    case 'paper':
      return say(`paper.count.${value}`);
    case 'role':
      return say(`admin.role.${value}`);
    default:
      return value;
  }
}

const titleOf = (domain: string, text: Speech['text']): string => {
  const id = domainIds.find((one) => one === domain);
  return (id && text.domains[id]?.title) ?? domain;
};

const figure = (value: string, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 4 }).format(Number(value));
