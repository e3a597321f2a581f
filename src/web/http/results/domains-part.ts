import { type GroupScenario, isKnown } from '#domain/results/group-scenario.ts';
import { iconOf } from '#web/http/pages/icon-of.ts';
import type { Grain } from '#wording/numbers.ts';
import { classesOf, countOf } from '#wording/results/group-lines.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import type { PagePart } from './part.ts';
import { domainFigure, type Pictures } from './pictures.ts';
import { domainPlace } from './reading-parts.ts';

/** Each domain on demand, opened by links to what stands in it: every trajectory with its bar, its table, and how many could not be shown. */
export function domainsPart(
  { domains }: GroupScenario,
  pictures: Pictures,
  grain: Grain,
  wording: Wording,
): PagePart {
  return {
    id: 'domaines',
    title: wording.say('reading.page.domains'),
    body: html`<div class="domains">${joined(domains.map((domain) => domainOf(domain, pictures, grain, wording)))}</div>`,
  };
}

function domainOf(
  domain: GroupScenario['domains'][number],
  pictures: Pictures,
  grain: Grain,
  wording: Wording,
): Html {
  const { say, consultation } = wording;
  const hidden = domain.trajectories.filter((one) => !isKnown(one)).length;
  const sum = [countOf(domain, consultation.minGroup, grain, wording), classesOf(domain, wording)];
  return html`<details class="domain"><summary><h3>${iconOf(domain.domain)}${domainTitle(wording, domain.domain)}</h3><small>${sum.filter(Boolean).join(' ')}</small></summary>
<div class="place" id="${domainPlace(domain.domain)}">
${domainFigure(pictures, domain.domain, wording)}
${hidden === 0 ? '' : html`<p class="quiet">${say('results.hidden', { n: hidden })}</p>`}</div></details>`;
}
