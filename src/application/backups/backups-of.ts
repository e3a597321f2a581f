import type { BackupKeeper } from '#store/backup-keeper.ts';
import { type Actor, mayDo } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';

/** The program's backups, for whoever may look after them: they hold all that is kept, of every consultation. */
export function backupsOf(
  { backups }: Pick<ApplicationParts, 'backups'>,
  actor: Actor,
): { readonly outcome: 'open'; readonly backups: BackupKeeper } | NotDone {
  if (!mayDo(actor, 'backups:write')) return forbidden;
  return backups === undefined ? missing : { outcome: 'open', backups };
}
