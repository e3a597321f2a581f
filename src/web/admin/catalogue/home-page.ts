import { sayTrouble, sayTroubleAt, type Trouble } from '#documents/workbook/compile.ts';
import { rowsWhere } from '#documents/workbook/edit/sheets.ts';
import { type ThingKind, thingAt, thingIn } from '#documents/workbook/edit/thing.ts';
import { deckAddress } from '#documents/workbook/edit/town.ts';
import { type Tables, tableNames } from '#documents/workbook/table.ts';
import { sources } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { button, hidden, problemList } from '#web/admin/fields.ts';
import { tabAddress } from '#web/admin/frame.ts';
import { tabPage } from '#web/admin/tab-page.ts';
import { type AdminAnswer, type Member, withProblems } from '#web/admin/visit.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { sourceKey } from '#wording/source-key.ts';
import { catalogueAddress, type WorkingCopy } from './catalogue-parts.ts';
import { wordsOf } from './thing-fields.ts';

/** Shows it, and why a file or a wish was not taken. */
export type ShowHome = (
  visit: Member,
  its: Consultation,
  refused?: readonly string[],
) => Promise<AdminAnswer>;

interface Home {
  readonly its: Consultation;
  /** What is there to edit; else where to begin. */
  readonly now: { readonly copy: WorkingCopy } | { readonly begin: Html };
  readonly mayChange: boolean;
  /** Why a file was not taken, or what is wrong in it, each with its place. */
  readonly refused?: readonly string[];
}

/** The most problems shown at once. */
export const mostProblems = 40;

/** The catalogue of a consultation: begin, edit, see what is wrong, look at the cards, save. */
export function homePage(home: Home, visit: Member): AdminAnswer {
  const { its, now, mayChange, refused } = home;
  const copy = 'copy' in now ? now.copy : undefined;
  const { say } = visit;
  const back = html`<p><a href="${tabAddress(its.id, 'settings')}">${say('town-catalogue.to-settings')}</a></p>`;
  const told = refused === undefined ? '' : problemList(say('town-catalogue.file.wrong'), refused);
  const body = !mayChange
    ? html`<p>${say('town-catalogue.over')}</p>${downloads(its, visit)}`
    : html`<p>${say('town-catalogue.lead')}</p>${told}
${'begin' in now ? now.begin : html`${state(its, now.copy, visit)}${contents(its, now.copy.tables, visit)}`}
${file(its, visit, copy)}${downloads(its, visit)}${copy === undefined ? '' : dropping(its, copy, visit)}`;
  const page = tabPage('settings', its, visit, html`${back}${body}`, say('town-catalogue.title'));
  return withProblems(page, refused !== undefined);
}

/** What is wrong, or the way to save. */
function state(its: Consultation, { compiled, tables, version }: WorkingCopy, visit: Member): Html {
  const { say, token } = visit;
  const here = catalogueAddress(its.id);
  if ('troubles' in compiled) {
    const { troubles } = compiled;
    const more =
      troubles.length > mostProblems
        ? html`<p>${say('town-catalogue.more-problems', { n: troubles.length - mostProblems })}</p>`
        : '';
    return html`<section class="problems" id="problemes"><h2>${say('town-catalogue.problems', { n: troubles.length })}</h2><p>${say('town-catalogue.problems-how')}</p>
<ul>${joined(troubles.slice(0, mostProblems).map((one) => html`<li>${placed(one, its, tables, visit)}</li>`))}</ul>${more}</section>`;
  }
  const people = its.draft ? say('town-catalogue.save.draft') : say('town-catalogue.save.open');
  return html`<section class="panel"><h2>${say('town-catalogue.save.title')}</h2><p>${say('town-catalogue.save.right')}</p>
<p><a href="${here}/apercu">${say('town-catalogue.preview.go')}</a></p>
<p>${people}</p>
<form method="post" action="${here}/edition">${hidden('jeton', token)}${hidden('vu', `${version}`)}<p>${button(say('town-catalogue.save.do'))}</p></form></section>`;
}

/** What is wrong, led to where it is put right. */
function placed(trouble: Trouble, its: Consultation, tables: Tables, visit: Member): Html {
  const { sheet, row } = trouble.cell;
  const thing = thingAt(tables, sheet, row);
  if (thing === undefined) return html`${sayTroubleAt(trouble, visit.say)}`;
  const { kind, id } = thing;
  const name = nameOf(tables, kind, id, visit);
  return html`<a href="${catalogueAddress(its.id)}/${kind}/${id}">${visit.say(`town-catalogue.thing.${kind}`)} « ${name} »</a> : ${sayTrouble(trouble, visit.say)}`;
}

function nameOf(tables: Tables, kind: ThingKind, id: string, visit: Member): string {
  const [cells] = thingIn(tables, kind === 'judgements' ? 'orientation' : kind, id).main;
  return cells === undefined ? id : wordsOf(cells, visit);
}

/** Everything that may be edited, domain by domain. */
function contents(its: Consultation, tables: Tables, visit: Member): Html {
  const { say } = visit;
  const here = catalogueAddress(its.id);
  const judged = rowsWhere(tables, 'cross-impacts', {}).length > 0;
  const part = (
    domain: string,
    kind: 'question' | 'trajectory' | 'orientation',
    sheet: 'questions' | 'trajectories' | 'orientations',
  ) => {
    const rows = rowsWhere(tables, sheet, { domain }).map((cells) => {
      const whose = sources.find((one) => one === cells.source);
      const isOwn = whose === 'town' || whose === 'participant';
      const own = isOwn ? html` <small>${say(`catalogue.source-${sourceKey[whose]}`)}</small>` : '';
      const judgements =
        kind === 'orientation' && judged
          ? html` · <a href="${here}/judgements/${cells.id ?? ''}">${say('town-catalogue.thing.judgements')}</a>`
          : '';
      return html`<li><a href="${here}/${kind}/${cells.id ?? ''}">${wordsOf(cells, visit)}</a>${own}${judgements}</li>`;
    });
    return html`<h3>${say(`town-catalogue.all.${kind}`)}</h3><ul>${joined(rows)}</ul>
<p><a href="${here}/${kind}/nouveau?domaine=${domain}">${say(`town-catalogue.add.${kind}`)}</a></p>`;
  };
  const domains = rowsWhere(tables, 'domains', {}).map((cells) => {
    const id = cells.id ?? '';
    return html`<details><summary>${wordsOf(cells, visit)}</summary>
<p><a href="${here}/domain/${id}">${say('town-catalogue.domain-words')}</a></p>
${part(id, 'question', 'questions')}${part(id, 'trajectory', 'trajectories')}${part(id, 'orientation', 'orientations')}</details>`;
  });
  return html`<section><h2>${say('town-catalogue.contents')}</h2>${joined(domains, '\n')}</section>`;
}

function file(its: Consultation, { say, token }: Member, copy: WorkingCopy | undefined): Html {
  return html`<section><h2>${say('town-catalogue.file.title')}</h2><p>${say(copy ? 'town-catalogue.file.how-begun' : 'town-catalogue.file.how')}</p>
<form method="post" action="${catalogueAddress(its.id)}/fichier" enctype="multipart/form-data" class="settings">${hidden('jeton', token)}${hidden('vu', `${copy?.version ?? ''}`)}
<div class="field"><label for="fichier">${say('town-catalogue.file.choose')}</label><input id="fichier" name="fichier" type="file" accept=".xlsx,.csv,.tsv,.txt" required></div>
<p class="ways">${button(say('town-catalogue.file.do'), 'beside')}</p></form></section>`;
}

function downloads(its: Consultation, { say }: Member): Html {
  const here = catalogueAddress(its.id);
  const deck = its.draft ? undefined : deckAddress(its.id, its.catalogue);
  const shown =
    deck === undefined ? '' : html`<p><a href="${deck}">${say('town-catalogue.download.deck')}</a></p>`;
  return html`<section><h2>${say('town-catalogue.download.title')}</h2>${shown}<p><a href="${here}/classeur.xlsx" download>${say('town-catalogue.download.workbook')}</a></p>
<details><summary>${say('town-catalogue.download.sheets')}</summary><ul>${joined(tableNames.map((name) => html`<li><a href="${here}/feuille/${name}" download>${name}.csv</a></li>`))}</ul></details></section>`;
}

const dropping = (its: Consultation, { version }: WorkingCopy, { say, token }: Member): Html =>
  html`<section><h2>${say('town-catalogue.drop.title')}</h2><p>${say('town-catalogue.drop.how')}</p>
<form method="post" action="${catalogueAddress(its.id)}/abandon">${hidden('jeton', token)}${hidden('vu', `${version}`)}<p>${button(say('town-catalogue.drop.do'), 'grave')}</p></form></section>`;
