import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Retention, retentionOf } from '#domain/consultation/retention/retention.ts';
import type { Application } from '../parts.ts';

/** When the answers of a consultation are erased; nothing while that is open, in a draft, and once they are. */
export async function dueRetention(
  { lastAnswerIn }: Pick<Application, 'lastAnswerIn'>,
  its: Consultation,
): Promise<Retention | undefined> {
  if (its.draft || its.erasure !== undefined) return undefined;
  return retentionOf(its, await lastAnswerIn(its.id));
}
