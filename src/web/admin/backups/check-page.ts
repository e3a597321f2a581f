import { type BackupReport, isRestorable } from '#store/backup-keeper.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { button, choose, hidden, summary } from '../fields.ts';
import { moment } from '../said.ts';
import type { Member } from '../visit.ts';
import { here, sizeIn } from './backups-page.ts';

/** What a backup holds, counted as it is looked at, and the way to put it back. */
export function checkPage(report: BackupReport, visit: Member, problem?: string): Html {
  const { say } = visit;
  const { documents: n, print } = report;
  const whole = say('backups.check.whole', { n, size: sizeIn(report.bytes, visit) });
  return html`${problem === undefined ? '' : summary({ sure: problem }, say('admin.problems'))}
${isRestorable(report) ? html`<p class="lead">${whole}</p>` : html`<p class="problem">${damage(report, visit)}</p>`}
${wideTable(say('backups.check.head'), { head: [say('backups.check.head'), say('backups.check.count')], rows: rowsOf(report, visit) }, { look: 'counts' })}
<p class="quiet print">${say('backups.check.print', { print })}</p><p class="quiet">${say('backups.check.print-what')}</p>
${isRestorable(report) ? restorePart(report, visit, problem) : ''}
${terminalPart(report, visit)}
<p><a href="${here}">${say('backups.check.back')}</a></p>`;
}

function damage({ hasKeys, isLater, isWhole, unread }: BackupReport, { say }: Member): string {
  const why = isLater ? 'later' : hasKeys ? (isWhole ? 'unread' : 'incomplete') : 'keys';
  return say('backups.check.damaged', { why, unread });
}

const named = ['consultation', 'participant', 'account', 'audit-entry'] as const;

function rowsOf({ kinds, documents }: BackupReport, { say, language }: Member): readonly string[][] {
  const figure = (n: number) => new Intl.NumberFormat(language).format(n);
  const counts = named.map((kind) => [kind, kinds[kind] ?? 0] as const);
  const others = documents - counts.reduce((sum, [, n]) => sum + n, 0);
  return [...counts, ['other', others] as const].map(([kind, n]) => [
    say(`backups.check.${kind}`),
    figure(n),
  ]);
}

function restorePart({ name, at }: BackupReport, visit: Member, problem: string | undefined): Html {
  const { say, token } = visit;
  const label = say('backups.restore.title');
  const choices = [{ value: 'oui', label: say('backups.restore.sure') }];
  const said = (['first', 'undo', 'erased', 'start', 'enter'] as const).map(
    (key) => html`<li>${say(`backups.restore.${key}`)}</li>`,
  );
  return html`<section><h2>${label}</h2><p><strong>${say('backups.restore.lost', { moment: moment(at, visit) })}</strong></p>
<ul>${joined(said)}</ul>
<form method="post" action="${here}/${name}" class="panel">${hidden('jeton', token)}
${choose({ name: 'sure', label, kind: 'checkbox', values: [], choices, problem })}
<p>${button(say('backups.restore.yes'), 'grave')}</p></form></section>`;
}

const terminalPart = ({ name }: BackupReport, { say }: Member): Html =>
  html`<details><summary>${say('backups.terminal.title')}</summary><p>${say('backups.terminal.how')}</p>
<pre><code>tar xzf ${name}.tar.gz
npm run restore -- ${name}</code></pre><p>${say('backups.terminal.start')}</p></details>`;
