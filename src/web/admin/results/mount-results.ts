import { shownResult } from '#application/results/shown-result.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { groupContent } from '#web/http/results/group-content.ts';
import { section } from '#web/http/results/part.ts';
import { visionPlace } from '#web/http/results/vision-part.ts';
import { resultState } from '#wording/results/result-state.ts';
import type { Wording } from '#wording/wording.ts';
import type { Admin } from '../admin.ts';
import { tabAddress } from '../frame.ts';
import { moment } from '../said.ts';
import { tabPage } from '../tab-page.ts';
import type { Member } from '../visit.ts';
import { mountComparison } from './compare/mount-comparison.ts';
import { mountYears } from './compare/mount-years.ts';
import { downloads } from './downloads.ts';
import { filterForm, readFilter } from './filter.ts';
import { filtered } from './filtered.ts';
import { mountJudgements } from './judgements/mount-judgements.ts';
import { mountExports } from './mount-exports.ts';
import { ownVision } from './own-vision.ts';
import type { ResultsParts } from './results-parts.ts';
import { visionPart } from './vision-part.ts';
import { waiting } from './waiting.ts';

/** `/animation/c/{code}/resultats`: the released result, whole or of one category, and what is made of it. */
export function mountResults(admin: Admin, parts: ResultsParts): void {
  admin.pageOf('/c/:code/resultats', 'reader', async (visit, its) => {
    const { group, vision } = await shownResult(parts.application, its);
    const body =
      group.state === 'waiting'
        ? html`${waiting(group, parts.viewOf(its, visit.language))}${ways(its, visit)}`
        : await released({ visit, its, group, vision }, parts);
    return tabPage('results', its, visit, body);
  });
  mountExports(admin, parts);
  mountComparison(admin, parts);
  mountYears(admin, parts);
  mountJudgements(admin, parts);
}

interface Shown {
  readonly visit: Member;
  readonly its: Consultation;
  readonly group: Extract<GroupView, { state: 'released' }>;
  readonly vision: VisionView;
}

async function released({ visit, its, group, vision }: Shown, parts: ResultsParts): Promise<Html> {
  const { say } = visit;
  const view = parts.viewOf(its, visit.language);
  const given = parts.viewOf(without(its, 'crossImpacts'), visit.language);
  const filter = readFilter(visit.query, view);
  const date = moment(group.at, visit, its.timeZone);
  const head = html`<p>${say('outcome.released', { date })}</p>
<p class="quiet">${resultState(group, view).join(' ')}</p>
${ways(its, visit)}
${group.kind === 'final' ? filterForm(filter, view, tabAddress(its.id, 'results')) : ''}`;
  if (group.kind === 'final' && filter.state !== 'whole') {
    const crossTabulation = await parts.application.store.load('cross-tabulation', its.id);
    return html`${head}${filtered({ filter, crossTabulation, group, view, visit })}`;
  }
  return html`${head}
${joined(resultParts(group, vision, view))}
<section><h2>${say('outcome.vision.title')}</h2>${visions({ its, group, vision }, view, given)}</section>
${downloads(its, visit)}`;
}

/** What the public page shows of it; the vision follows, beside the workshop's own. */
function resultParts(group: Shown['group'], vision: VisionView, view: Wording): readonly Html[] {
  const { who, town, keyFigures, parts } = groupContent(group, vision, view);
  return [
    html`<p>${who.join(' ')}</p>${town}${keyFigures}`,
    ...parts.filter(({ id }) => id !== visionPlace).map((part) => section(part, view)),
  ];
}

/** Beside the vision over a workshop's own judgements, that over the catalogue's; `given`: as it is told over those. */
function visions({ its, group, vision }: Omit<Shown, 'visit'>, view: Wording, given: Wording): Html {
  return its.crossImpacts === undefined
    ? visionPart(vision, view)
    : ownVision({ group, vision, view, given });
}

function ways(its: Consultation, { say }: Member): Html {
  const here = tabAddress(its.id, 'results');
  return html`<p class="paths"><a href="${here}/comparer">${say('outcome.compare.title')}</a> <a href="${here}/annees">${say('over-years.title')}</a> <a href="${here}/jugements">${say('outcome.judgements.title')}</a> <a href="#telecharger">${say('outcome.download.title')}</a></p>`;
}
