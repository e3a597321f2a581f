import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';

/** A consultation as people will meet it while it is open: with nothing answered, whatever stage it is at. */
export const asTried = (its: Consultation, now: string): Consultation => ({
  ...without(its, ...leftOut),
  ...(its.closesAt !== undefined && its.closesAt > now && { closesAt: its.closesAt }),
  opensAt: its.opensAt < now ? its.opensAt : now,
  closed: false,
});

const leftOut = [
  ...([
    'draft',
    'closesAt',
    'closedAt',
    'archivedAt',
    'provisional',
    'final',
    'reopenedAt',
    'round',
  ] as const),
  ...(['publishedAt', 'publishAt', 'quotes', 'posting', 'erasure', 'promised', 'warned', 'toldAt'] as const),
  ...(['followUps', 'followUpRemindedAt', 'answeredOn', 'telling', 'mailing'] as const),
] as const;
