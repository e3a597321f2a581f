import type { ListedBackup, PlannedRestore } from '#store/backup-keeper.ts';
import { momentIn } from '#store/backup-keeper.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { button, hidden } from '../fields.ts';
import { moment } from '../said.ts';
import type { Member } from '../visit.ts';

export const here = '/animation/sauvegardes';

/** All backups, the latest first; what is planned stands above them. */
export function backupsPage(
  all: readonly ListedBackup[],
  planned: PlannedRestore | undefined,
  visit: Member,
): Html {
  const { say, token } = visit;
  const rows =
    all.length === 0
      ? html`<p>${say('backups.list.none')}</p>`
      : html`<ul class="backups">${joined(all.map((one) => row(one, visit)))}</ul>`;
  return html`<p class="lead">${say('backups.lead')}</p>
${planned === undefined ? '' : plannedPart(planned, visit)}
<section><h2>${say('backups.make.title')}</h2><p>${say('backups.make.what')}</p>
<form method="post" action="${here}">${hidden('jeton', token)}${button(say('backups.make.do'))}</form></section>
<section><h2>${say('backups.list.title')}</h2>${rows}
<p class="quiet">${say('backups.list.kept')}</p><p class="quiet">${say('backups.careful')}</p></section>`;
}

/** Where the program makes none: who does. */
export const elsewherePage = ({ say }: Member): Html =>
  html`<p class="lead">${say('backups.elsewhere.lead')}</p>
<p>${say('backups.elsewhere.who')}</p><p>${say('backups.elsewhere.erased')}</p>`;

function row({ name, at, isWhole, bytes }: ListedBackup, visit: Member): Html {
  const { say } = visit;
  const when = moment(at, visit);
  const state = say(isWhole ? 'backups.list.whole' : 'backups.list.incomplete');
  return html`<li><b>${when}</b> <span class="quiet">${sizeIn(bytes, visit)} · ${state}</span>
<span class="paths"><a href="${here}/${name}" aria-label="${say('backups.list.check')}, ${when}">${say('backups.list.check')}</a> <a href="${here}/${name}/fichier" download aria-label="${say('backups.list.download')}, ${when}">${say('backups.list.download')}</a></span></li>`;
}

function plannedPart({ backup, by }: PlannedRestore, visit: Member): Html {
  const { say, token } = visit;
  const at = moment(momentIn(backup) ?? '', visit);
  return html`<section class="panel" id="prevue"><h2>${say('backups.planned.title')}</h2>
<p>${say('backups.planned.what', { moment: at, who: by.name === '' ? 'nobody' : 'somebody', name: by.name })}</p>
<form method="post" action="${here}/annulation">${hidden('jeton', token)}${button(say('backups.planned.cancel'), 'beside')}</form></section>`;
}

/** A size as people say it: "1,2 Mo". */
export function sizeIn(bytes: number, { language }: Pick<Member, 'language'>): string {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', 1e3] : bytes < 1e9 ? ['megabyte', 1e6] : ['gigabyte', 1e9];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / Number(size),
  );
}
