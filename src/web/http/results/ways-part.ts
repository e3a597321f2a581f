import type { GroupScenario } from '#domain/results/group-scenario.ts';
import type { Grain } from '#wording/numbers.ts';
import { groupLetter, typicalLines, waysLead } from '#wording/opinion-group.ts';
import { quotedTrajectory } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import type { PagePart } from './part.ts';
import { type Pictures, pictureOf } from './pictures.ts';

/** As many trajectories a side as are said of a group at first. */
const most = 2;

/** The ways of seeing: what is typical of each; that none stands out; or that they come with the final result. */
export function waysPart(
  scenario: GroupScenario,
  pictures: Pictures,
  grain: Grain,
  wording: Wording,
): PagePart | undefined {
  const { say } = wording;
  const title = say('results.map');
  const part = (body: Html): PagePart => ({ id: 'facons-de-voir', title, body });
  if (grain === 'coarse') return part(html`<p>${say('reading.page.ways-later')}</p>`);
  const { opinion } = scenario;
  if (opinion === undefined || opinion.placed === 0) return undefined;
  const { groups, placed } = opinion;
  if (groups.length === 0) return part(html`<p>${say('card.opinion.none', { placed })}</p>`);
  const titled = (trajectory: string) => quotedTrajectory(wording, trajectory);
  const said = groups.map(
    (group, i) => html`<li><b>${say('card.opinion.group', { letter: groupLetter(i), n: group.n })}</b>
${joined(typicalLines(group, most, titled, wording).map((line) => html`<p>${line}</p>`))}</li>`,
  );
  return part(html`<p>${waysLead(groups.length, placed, wording)}</p>
<ul class="ways">${joined(said)}</ul>
<p class="quiet">${say('card.opinion.caution')}</p>
<details><summary>${say('reading.page.map')}</summary>${pictureOf(pictures, 'facons-de-voir', wording)}</details>`);
}
