import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { toldShift } from '#wording/results/told-shift.ts';
import type { Wording } from '#wording/wording.ts';
import { html, joined } from '../pages/html.ts';
import { wideTable } from './figure.ts';
import type { PagePart } from './part.ts';

/** What a second round moved: both rounds beside each other, and how far the same people went; nothing where there was none. */
export function shiftPart(scenario: GroupScenario, wording: Wording): PagePart | undefined {
  const told = toldShift(scenario, wording);
  if (told === undefined) return undefined;
  const { title, people, lead, clearest, more, head, rows, notes } = told;
  const lines = clearest.map((line) => html`<li>${line}</li>`);
  const list = lines.length === 0 ? html`` : html`<ul>${joined(lines)}</ul>`;
  const table =
    rows.length === 0
      ? html``
      : html`
<details><summary>${wording.say('results.data')}</summary>${wideTable(title, { head, rows })}<p class="quiet">${notes.join(' ')}</p></details>`;
  return {
    id: 'second-tour',
    title,
    body: html`<p>${people}</p>\n<p>${lead}</p>${list}${more === undefined ? '' : html`<p>${more}</p>`}${table}`,
  };
}
