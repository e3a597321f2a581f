import { momentIn, type PlannedRestore } from '#store/backup-keeper.ts';
import type { ApplicationParts } from '../parts.ts';
import { keepLink } from '../team/sign-in-links.ts';

/** Writes down what came of a restore that was planned, and lets whoever asked for it in again: nobody's session holds after it. */
export async function tellRestore(
  parts: Pick<ApplicationParts, 'store' | 'audit' | 'now'>,
  { backup, by, link }: PlannedRestore,
  why?: string,
): Promise<void> {
  const name = momentIn(backup) ?? backup;
  if (why !== undefined) return parts.audit.write(by, { action: 'data-not-restored', facts: { name, why } });
  await parts.audit.write(by, { action: 'data-restored', facts: { name } });
  const account = await parts.store.load('account', by.id);
  // Who joined since the backup was made is let in as whoever starts the program.
  await keepLink(
    parts,
    link,
    account === undefined ? { who: 'operator' } : { who: 'account', account: by.id },
  );
}
