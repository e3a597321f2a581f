import type { Application } from '#application/parts.ts';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Wording } from '#wording/wording.ts';

/** What the pages about results need. */
export interface ResultsParts {
  readonly application: Application;
  readonly documents: DocumentQueue;
  readonly viewOf: (its: Consultation, language: string) => Wording;
}
