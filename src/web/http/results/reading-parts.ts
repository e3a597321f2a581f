import { stanceBar } from '#charts/stance-bars.ts';
import type { ReadingLine } from '#wording/reading/lines.ts';
import type { ReadingPart } from '#wording/reading/parts.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import type { PagePart } from './part.ts';

/** In the address of the page. */
const ids: Readonly<Record<ReadingPart['kind'], string>> = {
  together: 'rassemble',
  divides: 'divise',
  'set-aside': 'ecarte',
  unknown: 'inconnu',
};

/** Where a domain stands on the page. */
export const domainPlace = (domain: string): string => `domaine-${domain}`;

/** What brings together, divides, is set aside, is not known: a line each with its bar; its figures by tap or by keyboard. */
export function readingPart({ kind, title, lead, lines, more }: ReadingPart, wording: Wording): PagePart {
  const body = html`<p>${lead.join(' ')}</p>
${lines.length === 0 ? '' : html`<ul class="lines">${joined(lines.map((line) => lineOf(line, kind, wording)))}</ul>`}
${more === undefined ? '' : html`<p class="quiet"><a href="#domaines">${more}</a></p>`}`;
  return { id: ids[kind], title, body };
}

function lineOf(line: ReadingLine, kind: ReadingPart['kind'], wording: Wording): Html {
  const { title, said, toConfirm, bar, domain, facts } = line;
  const { against, neither, favour } = bar.ends;
  const label = [against, neither, favour].filter((end) => end !== '').join(', ');
  const confirm = toConfirm === undefined ? '' : html` <span class="tag">${toConfirm}</span>`;
  return html`<li><details><summary><b>${title}</b>${confirm}${kind === 'unknown' ? '' : { html: stanceBar(label, bar).svg }}<small>${said}</small></summary>
<dl class="facts">${joined(facts.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>
<p><a href="#${domainPlace(domain)}">${wording.say('reading.page.domain', { domain: domainTitle(wording, domain) })}</a></p></details></li>`;
}
