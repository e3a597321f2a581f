import type { Consultation } from '#domain/consultation/consultation.ts';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import { allows } from '#domain/records/account.ts';
import { impactChanges } from '#scenario/analysis/cross-impacts/impact-changes.ts';
import { lookAgain } from '#web/admin/at-once/conflict-part.ts';
import { area, button, hidden, problemList, summary } from '#web/admin/fields.ts';
import { tabAddress } from '#web/admin/frame.ts';
import { tabPage } from '#web/admin/tab-page.ts';
import type { AdminAnswer, Member } from '#web/admin/visit.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Wording } from '#wording/wording.ts';
import type { ImpactCell } from './cells.ts';
import { cellProblems } from './problems.ts';
import { standingJudgements } from './save-judgements.ts';
import { table } from './table.ts';

/** What could not be kept: of the table, or of a file. */
export type RefusedJudgements =
  | { readonly of: 'table'; readonly sent: Form; readonly wrong: readonly ImpactCell[] }
  | { readonly of: 'file'; readonly text: string; readonly problems: readonly string[] }
  /** Somebody else changed them since they were to be removed. */
  | { readonly of: 'removal' };

/** The workshop's own judgements: the table, a file of it, and the way back to the catalogue's. */
export function judgementsPage(
  its: Consultation,
  visit: Member,
  view: Wording,
  refused?: RefusedJudgements,
): AdminAnswer {
  const { say } = visit;
  const catalogue = inDomains(its, view.catalogue);
  const mayChange = allows(visit.role, 'facilitator');
  const here = judgementsAddress(its.id);
  const judged = {
    ...{ catalogue, text: view.text, own: its.crossImpacts },
    ...(refused?.of === 'table' && refused),
  };
  const whole = table(judged, visit, { fields: mayChange });
  const drawn = hidden(drawnField, drawnFrom(standingJudgements(its, catalogue)));
  const form = html`<form method="post" action="${here}">${hidden('jeton', visit.token)}${drawn}${whole}<p>${button(say('outcome.judgements.save'))}</p></form>`;
  const body =
    catalogue.domains.length < 2
      ? html`<p>${say('outcome.judgements.one-domain')}</p>`
      : html`<p>${say('outcome.judgements.lead')}</p>
<p>${say('outcome.judgements.scale')}</p>
<p class="quiet">${standing(its, catalogue, visit)}</p>
${refused === undefined ? '' : wrong(refused, view, visit)}
${mayChange ? form : whole}
${files(its, visit, mayChange, { refused, drawn })}
${mayChange && its.crossImpacts !== undefined ? removal(here, drawn, visit) : ''}`;
  const back = html`<p><a href="${tabAddress(its.id, 'results')}">${say('outcome.back')}</a></p>`;
  return {
    ...tabPage('results', its, visit, html`${back}${body}`, say('outcome.judgements.title')),
    ...(refused !== undefined && { status: refused.of === 'removal' ? 409 : 422 }),
  };
}

export const judgementsAddress = (code: string): string => `${tabAddress(code, 'results')}/jugements`;

function standing(its: Consultation, catalogue: Wording['catalogue'], { say }: Member): string {
  if (its.crossImpacts === undefined) return say('outcome.judgements.none');
  const n = impactChanges(catalogue.crossImpacts, its.crossImpacts).length;
  return say('outcome.judgements.changed', { n });
}

function wrong(refused: RefusedJudgements, view: Wording, visit: Member): Html {
  if (refused.of === 'removal') return lookAgain(visit);
  const title = visit.say('admin.problems');
  if (refused.of === 'table') return summary(cellProblems(refused.wrong, view.text, visit), title);
  return problemList(visit.say('outcome.judgements.nothing-kept'), refused.problems);
}

function files(
  its: Consultation,
  visit: Member,
  mayChange: boolean,
  { refused, drawn }: { readonly refused: RefusedJudgements | undefined; readonly drawn: Html },
): Html {
  const { say, token } = visit;
  const here = judgementsAddress(its.id);
  const text = refused?.of === 'file' ? refused.text : '';
  const bring = html`<h3>${say('outcome.judgements.import')}</h3>
<form method="post" action="${here}/fichier" enctype="multipart/form-data">${hidden('jeton', token)}${drawn}
<div class="field"><label for="fichier">${say('outcome.judgements.choose-file')}</label><input id="fichier" name="fichier" type="file" accept=".xlsx,.csv,.tsv,.txt,text/csv,text/plain"></div>
${area({ name: 'texte', label: say('outcome.judgements.paste'), hint: say('outcome.judgements.paste-hint'), value: text, rows: 8 })}
<p>${button(say('outcome.judgements.read'), 'beside')}</p></form>`;
  return html`<section><h2>${say('outcome.judgements.as-file')}</h2>
<p>${say('outcome.judgements.as-file-how')}</p>
<p><a href="${here}/tableau.csv" download>${say('outcome.judgements.download')}</a></p>
${mayChange ? bring : ''}</section>`;
}

const removal = (here: string, drawn: Html, { say, token }: Member): Html =>
  html`<section><h2>${say('outcome.judgements.remove')}</h2><p>${say('outcome.judgements.remove-how')}</p>
<form method="post" action="${here}/retrait">${hidden('jeton', token)}${drawn}${button(say('outcome.judgements.remove-do'), 'grave')}</form></section>`;
