import { StoreUnavailable } from '#store/store.ts';
import { type Actor, mayDo } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';

export type BackupOutcome =
  | { readonly outcome: 'done'; readonly documents: number; readonly unread: number }
  /** The disk takes no more, or the program ends. */
  | { readonly outcome: 'refused' }
  | NotDone;

/** A backup made now, while people answer. */
export async function makeBackup(
  { backups, audit }: Pick<ApplicationParts, 'backups' | 'audit'>,
  actor: Actor,
): Promise<BackupOutcome> {
  if (!mayDo(actor, 'backups:write')) return forbidden;
  if (backups === undefined) return missing;
  try {
    const { documents, unread } = await backups.make();
    await audit.write(actor, { action: 'backup-made', facts: { n: documents } });
    return { outcome: 'done', documents, unread };
  } catch (error) {
    if (error instanceof StoreUnavailable) return { outcome: 'refused' };
    throw error;
  }
}
