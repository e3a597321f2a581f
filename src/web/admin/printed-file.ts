import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import type { Job } from '#documents/queue/job.ts';
import type { AdminAnswer } from './visit.ts';

/** A file as it is printed, or that too many wait for theirs. */
export async function printedFile(
  documents: DocumentQueue,
  job: Job,
  file: { readonly name: string; readonly type: string },
): Promise<AdminAnswer> {
  const printed = await documents.print(job);
  return printed.outcome === 'busy' ? { kind: 'busy' } : { kind: 'file', ...file, bytes: printed.bytes };
}
