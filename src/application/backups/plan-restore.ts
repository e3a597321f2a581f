import { type BackupReport, isRestorable } from '#store/backup-keeper.ts';
import { type Actor, mayDo } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { newLinkSecret } from '../team/sign-in-links.ts';

export type RestorePlanned =
  /** `secret`: of the one-time link by which whoever asks comes in afterwards; told once. */
  | { readonly outcome: 'done'; readonly report: BackupReport; readonly secret: string }
  /** Something of the backup is missing, or this release does not read it. */
  | Unfit
  | NotDone;

/** At the next start a backup takes the place of what is kept; until then nothing changes. */
export async function planRestore(
  { backups, audit, now }: Pick<ApplicationParts, 'backups' | 'audit' | 'now'>,
  actor: Actor,
  name: string,
): Promise<RestorePlanned> {
  if (!mayDo(actor, 'backups:write')) return forbidden;
  const report = await backups?.check(name);
  if (backups === undefined || report === undefined) return missing;
  if (!isRestorable(report)) return unfit;
  const { secret, id: link } = newLinkSecret();
  await backups.plan({ backup: name, askedAt: now(), by: { id: actor.id, name: actor.name }, link });
  await audit.write(actor, { action: 'restore-planned', facts: { name: report.at } });
  return { outcome: 'done', report, secret };
}

/** What was planned is not done. */
export async function cancelRestore(
  { backups, audit }: Pick<ApplicationParts, 'backups' | 'audit'>,
  actor: Actor,
): Promise<{ readonly outcome: 'done' } | NotDone> {
  if (!mayDo(actor, 'backups:write')) return forbidden;
  if (backups === undefined || (await backups.planned()) === undefined) return missing;
  await backups.unplan();
  await audit.write(actor, { action: 'restore-cancelled' });
  return { outcome: 'done' };
}
