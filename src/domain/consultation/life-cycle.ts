import type { AuditAction } from '../records/audit-entry.ts';
import { bounds, type Consultation, minGroups, type Phase, phaseOf } from './consultation.ts';
import { without } from './without.ts';

/** How a consultation goes from one stage of its life to another. */
export type StageChange = 'open' | 'close' | 'archive' | 'restore';

interface Rule {
  readonly from: readonly Phase[];
  readonly to: (consultation: Consultation, now: string) => Consultation;
  /** As the audit log says it. */
  readonly action: AuditAction;
}

/** Every change of stage: where it may begin, and what it makes of a consultation. */
export const stageChanges: Readonly<Record<StageChange, Rule>> = {
  open: {
    from: ['draft'],
    to: (one, now) => ({
      ...without(one, 'draft'),
      opensAt: later(one.opensAt, now),
    }),
    action: 'opened',
  },
  close: {
    from: ['open', 'early'],
    to: (one, now) => ({ ...one, closed: true, closedAt: now }),
    action: 'closed',
  },
  archive: {
    from: ['closed'],
    to: (one, now) => ({ ...one, closed: true, archivedAt: now }),
    action: 'archived',
  },
  restore: {
    from: ['archived'],
    to: (one) => without(one, 'archivedAt'),
    action: 'restored',
  },
};

/** The consultation at its next stage; nothing when it is at one from which there is no such way. */
export function changeStage(
  consultation: Consultation,
  change: StageChange,
  now: string,
): Consultation | undefined {
  const { from, to } = stageChanges[change];
  return from.includes(phaseOf(consultation, now)) ? to(consultation, now) : undefined;
}

/** What a new consultation begins as: the content, and who is responsible, as in another one. */
export function newDraft(model: Consultation, now: string): Consultation {
  const { id, catalogue, controller, language, domains, retentionMonths } = model;
  return {
    schema: 1,
    id,
    version: 0,
    catalogue,
    title: {},
    territory: {},
    controller,
    language,
    domains: [...domains],
    length: 'short',
    retentionMonths,
    opensAt: now,
    closed: false,
    draft: true,
    minGroup: minGroups.public,
  };
}

/** A draft with the settings of another and nothing of what was answered there; `title`: as its copy is called. */
export function copyOf(
  model: Consultation,
  id: string,
  title: (of: string, language: string) => string,
  now: string,
): Consultation {
  return {
    ...without(model, ...ofThePast),
    title: Object.fromEntries(
      Object.entries(model.title).map(([language, text]) => [
        language,
        title(text, language).slice(0, bounds.title),
      ]),
    ),
    id,
    version: 0,
    opensAt: now,
    closed: false,
    draft: true,
  };
}

/** What a consultation went through: its copy has yet to. */
const ofThePast = [
  'paperSince',
  'provisional',
  'final',
  'reopenedAt',
  'round',
  'publishedAt',
  'publishAt',
  'posting',
  'telling',
  'mailing',
  'closesAt',
  'closedAt',
  'archivedAt',
  'draft',
  'quotes',
  'promised',
  'warned',
  'erasure',
  'toldAt',
  'followUps',
  'answeredOn',
  'followUpRemindedAt',
] as const;

/** The later of two moments, as ISO 8601 in UTC. */
const later = (a: string, b: string): string => (a.localeCompare(b) > 0 ? a : b);
