import { tableItself } from '#application/actor.ts';
import { allows } from '#domain/records/account.ts';
import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import { workshopScenario } from '#scenario/workshop.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageWithin } from '#wording/settings/setting-problem.ts';
import type { Wording } from '#wording/wording.ts';
import { button, hidden } from '../fields.ts';
import { spokenIn } from '../projection-screen/spoken-in.ts';
import { moment } from '../said.ts';
import type { Member } from '../visit.ts';
import { compiled } from './compiled.ts';

interface KitPage {
  readonly visit: Member;
  readonly view: Wording;
  readonly tables: readonly WorkshopResult[];
  /** The tables on a phone of theirs. */
  readonly breakout: Html;
}

/** What is printed for a workshop, and what its tables agreed on. */
export function kitPage({ visit, view, tables, breakout }: KitPage): Html {
  const { say } = visit;
  const { consultation, catalogue } = view;
  const here = `/animation/c/${consultation.id}/materiel`;
  const files = (['cards', 'sheets'] as const).flatMap((kind) =>
    spokenIn(view, visit.languages).map(
      (language) =>
        html`<li><a href="${here}/${fileNames[kind]}.pdf?lang=${language}" download>${say(`workshop-kit.page.${kind}`, { language: languageWithin(language, visit.language) })}</a></li>`,
    ),
  );
  return html`<p class="lead">${say('workshop-kit.page.lead')}</p>
<section><h2>${say('workshop-kit.page.print')}</h2>
<ul class="papers">${joined(files)}</ul>
<p class="quiet">${say('workshop-kit.page.how')}</p></section>
${breakout}
<section id="tables"><h2>${say('workshop-kit.page.tables')}</h2>
<p>${say('workshop-kit.page.after')}</p>
${list(tables, visit, view)}
${mayChange(visit, view) ? html`<p class="ways"><a class="way" href="${here}/table">${say('workshop-kit.page.add')}</a></p>` : ''}</section>
${compiled(workshopScenario(tables, catalogue, consultation.domains), view)}`;
}

/** As the files are called in their address. */
export const fileNames = { cards: 'cartes', sheets: 'feuilles' } as const;

/** Nothing changes in what was put away. */
const mayChange = ({ role }: Member, { consultation }: Wording): boolean =>
  allows(role, 'facilitator') && consultation.archivedAt === undefined;

function list(tables: readonly WorkshopResult[], visit: Member, view: Wording): Html {
  const { say, token } = visit;
  if (tables.length === 0) return html`<p class="quiet">${say('workshop-kit.page.none')}</p>`;
  const { id: code, timeZone, closedAt } = view.consultation;
  const rows = tables.map(({ id, table, people, at, changedAt, by }) => {
    const facts = [
      say(by === tableItself ? 'breakout.kit.noted' : 'workshop-kit.page.entered', {
        people,
        moment: moment(at, visit, timeZone),
      }),
      ...(changedAt === undefined
        ? []
        : [say('workshop-kit.page.changed', { moment: moment(changedAt, visit, timeZone) })]),
      ...(closedAt !== undefined && (changedAt ?? at) > closedAt ? [say('workshop-kit.page.late')] : []),
    ].join(' ');
    const change = html`<p><a href="/animation/c/${code}/materiel/tables/${id}">${say('workshop-kit.page.change', { table })}</a></p>`;
    const remove = html`<details class="grave"><summary>${say('workshop-kit.page.remove', { table })}</summary>
<p>${say('workshop-kit.page.sure')}</p>
<form method="post" action="/animation/c/${code}/materiel/tables/${id}/retrait">${hidden('jeton', token)}${button(say('workshop-kit.page.yes', { table }), 'grave')}</form></details>`;
    return html`<li class="panel"><h3>${table}</h3><p>${facts}</p>${mayChange(visit, view) ? html`${change}${remove}` : ''}</li>`;
  });
  return html`<ul class="tables">${joined(rows)}</ul>`;
}
