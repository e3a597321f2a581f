import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { backupsOf } from '#application/backups/backups-of.ts';
import { downloadBackup } from '#application/backups/download-backup.ts';
import { makeBackup } from '#application/backups/make-backup.ts';
import { cancelRestore, planRestore } from '#application/backups/plan-restore.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { toCopy } from '../invite/to-copy.ts';
import type { AdminOptions } from '../options.ts';
import { moment } from '../said.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { backupsPage, elsewherePage, here } from './backups-page.ts';
import { checkPage } from './check-page.ts';

type BackupParts = Pick<AdminOptions, 'publicUrl'> & {
  readonly application: Pick<ApplicationParts, 'backups' | 'audit' | 'now'>;
};

const path = '/sauvegardes';

/** How long a page waits for a backup that it asked for, in milliseconds: one of very many people goes on by itself. */
const patience = 5_000;

/** `/animation/sauvegardes`: the backups of the whole installation, for its owners. */
export function mountBackups(admin: Admin, { application, publicUrl }: BackupParts): void {
  admin.page(path, 'owner', async (visit) => {
    const found = backupsOf(application, visit.actor);
    const title = visit.say('backups.title');
    if (found.outcome === 'missing') return { kind: 'page', title, body: elsewherePage(visit) };
    if (found.outcome !== 'open') return refused(found.outcome);
    const [all, planned] = await Promise.all([found.backups.list(), found.backups.planned()]);
    return { kind: 'page', title, body: backupsPage(all, planned, visit) };
  });
  admin.act(path, 'owner', async ({ actor }): Promise<AdminAnswer> => {
    const made = makeBackup(application, actor);
    const done = await Promise.race([made, pause(patience, undefined, { ref: false })]);
    if (done !== undefined && done.outcome !== 'done' && done.outcome !== 'refused')
      return refused(done.outcome);
    // What a backup that takes longer comes to stands in the log and in the list.
    if (done === undefined) made.catch(() => {});
    const said = { refused: 'backup-refused', done: 'backup-made', begun: 'backup-begun' } as const;
    return {
      kind: 'to',
      path: here,
      said: isIncomplete(done) ? 'backup-incomplete' : said[done?.outcome ?? 'begun'],
    };
  });
  admin.act(`${path}/annulation`, 'owner', async ({ actor }): Promise<AdminAnswer> => {
    const { outcome } = await cancelRestore(application, actor);
    // Pressed twice: it stands as it was wished.
    return outcome === 'forbidden' ? refused(outcome) : { kind: 'to', path: here, said: 'restore-cancelled' };
  });
  admin.page(`${path}/:backup`, 'owner', (visit) => checked(visit, application));
  admin.act(`${path}/:backup`, 'owner', async (visit, form): Promise<AdminAnswer> => {
    const { say, params, actor } = visit;
    if (form.read(Sure)?.sure !== 'oui') return checked(visit, application, say('backups.restore.unsure'));
    const planned = await planRestore(application, actor, params.backup ?? '');
    // It was changed since it was looked at: the page says how.
    if (planned.outcome === 'unfit') return checked(visit, application);
    if (planned.outcome !== 'done') return refused(planned.outcome);
    const at = moment(planned.report.at, visit);
    const text = `${publicUrl()}/animation/entree/${planned.secret}`;
    const body = html`<p class="told" role="status">${say('backups.restore.done')}</p>
<p>${say('backups.restore.start')}</p>
${toCopy({ id: 'lien', label: say('backups.restore.link'), text }, visit)}<p>${say('backups.restore.link-what')}</p>
<p><a href="${here}">${say('backups.check.back')}</a></p>`;
    return { kind: 'page', title: say('backups.check.title', { moment: at }), body };
  });
  mountDownload(admin, application);
}

const Sure = z.object({ sure: z.string().optional() });

const isIncomplete = (done: Awaited<ReturnType<typeof makeBackup>> | undefined): boolean =>
  done?.outcome === 'done' && done.unread > 0;

/** A backup is read whole before it is shown: what is said of it is true now. */
async function checked(
  visit: Member,
  application: BackupParts['application'],
  problem?: string,
): Promise<AdminAnswer> {
  const found = backupsOf(application, visit.actor);
  if (found.outcome !== 'open') return refused(found.outcome);
  const report = await found.backups.check(visit.params.backup ?? '');
  if (report === undefined) return { kind: 'missing' };
  const title = visit.say('backups.check.title', { moment: moment(report.at, visit) });
  return {
    kind: 'page',
    title,
    body: checkPage(report, visit, problem),
    ...(problem !== undefined && { status: 422 }),
  };
}

/** One file, as it is packed: it may be larger than memory. */
function mountDownload(admin: Admin, application: BackupParts['application']): void {
  admin.stream(`${path}/:backup/fichier`, 'owner', async ({ actor, params }, _, response) => {
    const name = params.backup ?? '';
    const found = await downloadBackup(application, actor, name);
    const none = { 'Cache-Control': 'no-store' };
    if (found.outcome !== 'done')
      return void response.sendRaw(found.outcome === 'forbidden' ? 403 : 404, '', none);
    response.writeHead(200, {
      'Content-Type': 'application/gzip',
      'Content-Disposition': `attachment; filename="${name}.tar.gz"`,
      ...none,
    });
    // Whoever goes away in the middle ends it.
    await pipeline(Readable.from(found.file), response).catch(() => {});
  });
}
