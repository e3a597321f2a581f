import type { GroupScenario } from '#domain/results/group-scenario.ts';
import type { Grain } from '#wording/numbers.ts';
import { opinionLead, opinionParts, typicalLines } from '#wording/results/opinion-group.ts';
import { setAsideSentences } from '#wording/results/opinion-spread.ts';
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
  if (opinion === undefined || opinion.placed === 0)
    return part(html`<p>${say('reading.page.ways-none')}</p>`);
  const titled = (trajectory: string) => quotedTrajectory(wording, trajectory);
  const said = opinionParts(opinion, wording).map(
    (one) => html`<li><b>${one.title}</b>
${joined(typicalLines(one, most, titled, wording).map((line) => html`<p>${line}</p>`))}</li>`,
  );
  const notes = [
    ...setAsideSentences(opinion, wording),
    ...(opinion.groups.length === 0 ? [] : [say('card.opinion.caution')]),
  ];
  return part(html`<p>${opinionLead(opinion, wording)}</p>
${said.length === 0 ? '' : html`<ul class="ways">${joined(said)}</ul>`}
${joined(notes.map((line) => html`<p class="quiet">${line}</p>`))}
${pictures.all.some(({ name }) => name === 'facons-de-voir') ? html`<details><summary>${say('reading.page.map')}</summary>${pictureOf(pictures, 'facons-de-voir', wording)}</details>` : ''}`);
}
