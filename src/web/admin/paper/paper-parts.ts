import { type Consultation, isOpen, phaseOf } from '#domain/consultation/consultation.ts';
import { allows } from '#domain/records/account.ts';
import type { AdminOptions } from '../options.ts';
import type { Member } from '../visit.ts';

export type PaperPageParts = Pick<AdminOptions, 'application' | 'documents' | 'viewOf' | 'phrases'>;

/** What whoever looks may do with the sheets now. */
export function mayDoWith(its: Consultation, { role, now }: Member) {
  const mayWrite = allows(role, 'facilitator');
  return {
    mayWrite,
    mayChange: mayWrite && its.erasure === undefined && isOpen(its, now),
    mayRemove: mayWrite && its.erasure === undefined,
    phase: phaseOf(its, now),
  };
}
