import type { Job } from '#papers/press/job.ts';
import type { Press } from '#papers/press/press.ts';
import type { Outcome } from './visit.ts';

/** A file as it is printed, or that too many wait for theirs. */
export async function printedFile(
  press: Press,
  job: Job,
  file: { readonly name: string; readonly type: string },
): Promise<Outcome> {
  const printed = await press.print(job);
  return printed.outcome === 'busy' ? { kind: 'busy' } : { kind: 'file', ...file, bytes: printed.bytes };
}
