import { momentIn } from '#store/backup-keeper.ts';
import { type Actor, mayDo } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';

/** A backup as one file to take away; that it leaves is written down first. */
export async function downloadBackup(
  { backups, audit }: Pick<ApplicationParts, 'backups' | 'audit'>,
  actor: Actor,
  name: string,
): Promise<{ readonly outcome: 'done'; readonly file: AsyncIterable<Uint8Array> } | NotDone> {
  if (!mayDo(actor, 'backups:write')) return forbidden;
  const file = await backups?.archive(name);
  if (file === undefined) return missing;
  await audit.write(actor, { action: 'backup-downloaded', facts: { name: momentIn(name) ?? name } });
  return { outcome: 'done', file };
}
