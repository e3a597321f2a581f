import { z } from 'zod';
import { Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { standingResult } from '#domain/consultation/standing-result.ts';
import { without } from '#domain/consultation/without.ts';
import { answeredWith } from './answered-with.ts';

const { shape } = Consultation;

/** A consultation as a list shows it. */
export const ConsultationSummary = z.strictObject({
  code: z.string(),
  title: shape.title,
  territory: shape.territory,
  phase: z.enum(['draft', 'early', 'open', 'closed', 'archived']),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime().optional(),
  people: z.int().min(0).describe('People with at least one view of a trajectory.'),
});

/** All its settings, and where it is. */
export const ConsultationForm = z.strictObject({
  ...ConsultationSummary.shape,
  version: z.int(),
  catalogue: z.string(),
  controller: shape.controller,
  language: z.string().describe('The one a newcomer is greeted in.'),
  languages: shape.languages,
  offers: shape.offers,
  kinds: shape.kinds,
  domains: shape.domains,
  trajectories: shape.trajectories,
  length: shape.length,
  expected: shape.expected,
  timeZone: shape.timeZone,
  information: shape.information,
  accent: shape.accent,
  frameOrigins: shape.frameOrigins,
  minGroup: z.int(),
  entry: shape.entry.describe(
    '`codes`: only whoever has a single-use code may answer; absent: whoever has the link.',
  ),
  paper: shape.paper.describe(
    '`apart`: paper sheets are not in the result of the others; absent: they are counted with them.',
  ),
  proposals: shape.proposals.describe(
    '`allowed`: people may propose trajectories of their own; absent: they may not.',
  ),
  provisionalFor: shape.provisionalFor.describe(
    'Who may see provisional results; absent: whoever has answered.',
  ),
  retentionMonths: z.int(),
  erasedAt: z.iso.datetime().optional().describe('When its answers were erased for good.'),
  archivedAt: z.iso.datetime().optional(),
  releasedAt: z.iso.datetime().optional().describe('When the result that stands was made.'),
  publishedAt: z.iso.datetime().optional(),
  publishAt: z.iso.datetime().optional().describe('From when on the program publishes what stands then.'),
  reopenedAt: z.iso.datetime().optional().describe('When people were last let answer again after the end.'),
  secondRound: z
    .strictObject({ openedAt: z.iso.datetime(), endedAt: z.iso.datetime().optional() })
    .optional()
    .describe(
      'Since when people may look at their views again beside the first result; ended: before the consultation itself.',
    ),
});

export function summaryOf(
  one: Consultation,
  people: number,
  now: string,
): z.infer<typeof ConsultationSummary> {
  const { id: code, title, territory, opensAt, closesAt } = one;
  const phase = phaseOf(one, now);
  return { code, title, territory, phase, opensAt, ...(closesAt && { closesAt }), people };
}

/** What is not told outside, or by another name. */
const ours = [
  'schema',
  'paperSince',
  'id',
  'draft',
  'closed',
  'closedAt',
  'provisional',
  'final',
  'posting',
  'round',
  'telling',
  'mailing',
  'crossImpacts',
  'promised',
  'warned',
  'erasure',
  'toldAt',
  'followUps',
  'answeredOn',
  'followUpRemindedAt',
] as const;

/** The whole of it, with its version as ETag. */
export function formAnswered(one: Consultation, people: number, now: string, status: 200 | 201 | 202 = 200) {
  const { erasure, id, round } = one;
  const released = standingResult(one);
  const body: z.infer<typeof ConsultationForm> = {
    ...without(one, ...ours),
    ...summaryOf(one, people, now),
    ...(released && { releasedAt: released.at }),
    ...(round && {
      secondRound: { openedAt: round.openedAt, ...(round.endedAt && { endedAt: round.endedAt }) },
    }),
    ...(erasure?.doneAt !== undefined && { erasedAt: erasure.doneAt }),
  };
  return answeredWith(body, status, {
    ETag: etagOf(one),
    ...(status === 201 && { Location: `/api/consultations/${id}` }),
  });
}

/** Whether the version that a caller has seen is the present one; without any, they do not ask. */
export const isPresent = (one: Versioned, ifMatch: string | undefined): boolean =>
  ifMatch === undefined ||
  ifMatch.trim() === '*' ||
  ifMatch.split(',').some((tag) => tag.trim() === etagOf(one));

type Versioned = { readonly version: number };

const etagOf = ({ version }: Versioned): string => `"${version}"`;
