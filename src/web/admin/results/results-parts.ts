import type { AuditLog } from '#application/audit/audit-log.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { GroupView } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import type { LiveTallies } from '#projections/live-tallies.ts';
import { visionView } from '#scenario/vision.ts';
import type { Store } from '#store/store.ts';
import type { Wording } from '#wording/wording.ts';

/** What the pages about results need. */
export interface ResultsParts {
  readonly store: Store;
  readonly tallies: LiveTallies;
  readonly catalogues: Catalogues;
  readonly audit: AuditLog;
  readonly documents: DocumentQueue;
  readonly viewOf: (its: Consultation, language: string) => Wording;
}

/** What may be shown of a consultation now, its release durable. */
export async function shownOf(
  consultation: Consultation,
  now: string,
  { tallies, catalogues }: Pick<ResultsParts, 'tallies' | 'catalogues'>,
): Promise<{ readonly group: GroupView; readonly vision: VisionView }> {
  const group = await tallies.view(consultation, now);
  return { group, vision: visionView(group, catalogues.of(consultation)) };
}
