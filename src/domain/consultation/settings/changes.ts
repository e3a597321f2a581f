import { without } from '../without.ts';
import { leavesOf } from './leaves.ts';
import type { ConsultationSettings } from './settings.ts';

/** One setting before and after, each as a text; a text that nobody reads whole in a list is cut. Empty: it was not set. */
export interface SettingChange {
  /** As `Leaves` name it. */
  readonly setting: string;
  readonly before: string;
  readonly after: string;
}

/** What stands of a text, in characters, and of a list. */
const longest = { text: 300, list: 5_000 } as const;

/** What differs between settings; of another catalogue's content nothing but the catalogue itself. */
export function settingChanges(
  before: ConsultationSettings,
  after: ConsultationSettings,
): readonly SettingChange[] {
  const isMoved = before.catalogue !== after.catalogue;
  const leaves = (its: ConsultationSettings) =>
    leavesOf(isMoved ? without(its, 'trajectories', 'domains', 'kinds') : its);
  const [was, is] = [leaves(before), leaves(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((setting) => {
    const [old = '', now = ''] = [was.get(setting), is.get(setting)];
    return old === now ? [] : [{ setting, before: short(setting, old), after: short(setting, now) }];
  });
}

/** Settings of which each holds several, one a line. */
export const settingLists: ReadonlySet<string> = new Set([
  ...(['languages', 'offers', 'kinds', 'domains', 'trajectories', 'frameOrigins'] as const),
] satisfies readonly (keyof ConsultationSettings)[]);

function short(setting: string, text: string): string {
  const most = settingLists.has(setting) ? longest.list : longest.text;
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
