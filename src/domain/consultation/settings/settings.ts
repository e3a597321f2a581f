import { z } from 'zod';
import { DomainId } from '#domain/catalogue/domains.ts';
import { lengths } from '../consultation.ts';

/** What no text of a setting needs, in characters: how long each may be is the rule's to judge. */
const longest = 20_000;
const PerLanguage = z.record(z.string().max(20), z.string().max(longest));
/** What is no share is the rule's to judge: NaN is what somebody wrote who wrote no number. */
const Shares = z.record(z.string().max(200), z.number());
const ids = z.array(z.string().max(200)).max(500);

/** Who may see provisional results, the usual first. */
export const onlookers = ['answered', 'facilitators', 'nobody'] as const;

/** Who may come in, the usual first. */
export const entries = ['link', 'codes'] as const;

/** How paper sheets are counted, the usual first. */
export const paperCounts = ['with', 'apart'] as const;

/** Whether people may propose trajectories of their own, the usual first. */
export const proposalChoices = ['none', 'allowed'] as const;

/** What may be set of a consultation; what is left out stays as it is. */
export const ConsultationSettings = z
  .strictObject({
    code: z.string().max(60).describe('What stands in its address; while it is a draft.'),
    catalogue: z.string().max(200).describe('The edition of a catalogue; while it is a draft.'),
    title: PerLanguage.describe('By language.'),
    territory: PerLanguage.describe('By language.'),
    languages: ids,
    language: z
      .string()
      .max(20)
      .describe('The one a newcomer is greeted in when nothing else is known; one of its languages.'),
    offers: ids.describe(
      'Languages offered beside those, which stand on one of them: `fr-falc`, easy French.',
    ),
    kinds: ids.describe('Kinds of territory that people may say they live in.'),
    domains: z.array(DomainId).max(20).describe('While it is a draft.'),
    trajectories: ids.describe('While it is a draft.'),
    length: z.enum(lengths).describe('While it is a draft.'),
    expected: z.int().nullable().describe('How many people are expected; null: not said.'),
    townFigures: z
      .strictObject({
        source: z.string().max(longest).describe('Who counted, and when.'),
        roles: Shares.describe('By role; a person may have several.'),
        territories: Shares.describe('By kind of place; together they make 100.'),
      })
      .nullable()
      .describe("The town's own figures, in per cent: who took part is told beside them; null: none."),
    opens: z.iso
      .date()
      .nullable()
      .describe('The day it opens, until it has come; null, or left out at the beginning: at once.'),
    closes: z.iso.date().nullable().describe('The last day; null: no end.'),
    timeZone: z.string().max(60).describe('Where its days begin and end, as IANA names it.'),
    minGroup: z.int().describe('The smallest group that anything is shown of; while it is a draft.'),
    provisionalFor: z
      .enum(onlookers)
      .describe('Who may see provisional results while people answer: whoever has answered, as usual.'),
    entry: z
      .enum(entries)
      .describe('Who may answer: whoever has the link, as usual, or only with a single-use code.'),
    paper: z
      .enum(paperCounts)
      .describe(
        'Paper sheets: counted with the others, as usual, or apart; until the first one was entered.',
      ),
    proposals: z
      .enum(proposalChoices)
      .describe('Whether people may propose trajectories of their own: not as usual, or allowed.'),
    controller: z.string().max(longest).describe('Who is responsible for the data.'),
    contact: z.string().max(longest).describe('How to reach them.'),
    retentionMonths: z.int().describe('Once it was opened, no more than before.'),
    information: PerLanguage.describe('What people read before they agree; an empty text: the usual one.'),
    accent: z
      .string()
      .max(20)
      .nullable()
      .describe('The colour of titles on its papers, as #1d4e9e; null: the usual one.'),
    frameOrigins: z.array(z.string().max(500)).max(50).describe('Sites that may show it in a frame.'),
  })
  .partial();
export type ConsultationSettings = z.output<typeof ConsultationSettings>;
export type SettingName = keyof ConsultationSettings;

/** All of them, in their order. */
export const SettingNames = ConsultationSettings.keyof().options;

/** How long and how much, in characters and months. */
export const settingBounds = {
  controller: 200,
  contact: 200,
  months: 60,
  information: 3_000,
  source: 120,
} as const;

/** Fixed once a consultation was opened. */
export const draftSettings = [
  'code',
  'catalogue',
  'domains',
  'trajectories',
  'length',
  'opens',
  'minGroup',
] as const satisfies readonly SettingName[];

/** What can be wrong with settings; each has its wording. */
const settingProblems = [
  'fixed',
  'sheets',
  'unknown',
  'no-language',
  'wrong-title',
  'wrong-territory',
  'wrong-code',
  'taken-code',
  'no-kind',
  'no-domain',
  'no-trajectory',
  'wrong-expected',
  'wrong-source',
  'no-share',
  'wrong-share',
  'wrong-sum',
  'no-day',
  'past',
  'order',
  'wrong-zone',
  'wrong-group',
  'no-controller',
  'long-contact',
  'after-erasure',
  'over',
  'wrong-retention',
  'longer-retention',
  'long-information',
  'wrong-accent',
  'origin',
] as const;

/** What is wrong with one setting: `path` leads on within it (a language, a place in a list). */
export interface SettingProblem {
  readonly setting: SettingName;
  readonly path: readonly string[];
  readonly code: (typeof settingProblems)[number];
  readonly facts: Readonly<Record<string, string | number>>;
}

export const wrong = (
  setting: SettingName,
  code: SettingProblem['code'],
  path: readonly string[] = [],
  facts: SettingProblem['facts'] = {},
): SettingProblem => ({ setting, path, code, facts });
