import type { GroupScenario, KnownTrajectory } from '#domain/results/group-scenario.ts';
import type { Briefing } from '#scenario/briefing/briefing.ts';
import { html, joined } from '#web/http/pages/html.ts';
import { unexaminedUnder } from '#wording/briefing/lines.ts';
import type { Grain } from '#wording/numbers.ts';
import { opinionLead, opinionParts, typicalLines } from '#wording/opinion-group.ts';
import { stanceEnds } from '#wording/reading/stance-ends.ts';
import { domainTitle, quotedTrajectory, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { stances } from './bar.ts';
import type { Slide } from './slide.ts';
import { type Rows, type SlideRow, spread, tall } from './spread.ts';

/** As many as a room takes in. */
const most = 5;
const nameWidth = 20.5;
const width = 38;

/** What most wish for, from the clearest on. */
export function commonGround(
  { shared }: Briefing,
  foot: string,
  grain: Grain,
  view: Wording,
): readonly Slide[] {
  const rows = shared.slice(0, most).map((one) => measured(one, grain, view));
  const titled = { title: view.say('reading.part.together'), none: view.say('reading.lead.no-together') };
  return slides({ id: 'shared', ...titled, rows, look: 'bars', foot }, view);
}

/** What divides, from the most divided on. */
export function contested(
  { contested: all }: Briefing,
  foot: string,
  grain: Grain,
  view: Wording,
): readonly Slide[] {
  const rows = all.slice(0, most).map((one) => measured(one, grain, view));
  const titled = { title: view.say('reading.part.divides'), none: view.say('reading.lead.no-divides') };
  return slides({ id: 'contested', ...titled, rows, look: 'bars', foot }, view);
}

/** What nobody or too few examined, from the emptiest domain on. */
export function unexamined({ unexamined: all }: Briefing, foot: string, view: Wording): readonly Slide[] {
  const { say } = view;
  const rows = all.map((one) => told(domainTitle(view, one.domain), [unexaminedUnder(one, view)]));
  const titled = { title: say('projection.unexamined.title'), none: say('projection.unexamined.none') };
  return slides({ id: 'unexamined', ...titled, rows, look: 'told', foot }, view);
}

/** Ways of seeing, or how opinion is spread out, once that was looked for: what is typical of each, never who is in it. */
export function opinionSlides({ opinion }: GroupScenario, foot: string, view: Wording): readonly Slide[] {
  if (opinion === undefined || opinion.placed === 0) return [];
  const parts = opinionParts(opinion, view);
  const titles = parts.length > 2 ? 1 : 2;
  const titled = (trajectory: string) => quotedTrajectory(view, trajectory);
  const rows = [
    told(opinionLead(opinion, view), []),
    ...parts.map((part) => told(part.title, typicalLines(part, titles, titled, view))),
  ];
  return spread({ id: 'groups', title: view.say('results.map'), rows, look: 'told', foot }, view.say);
}

/** Something that is named, then what is said of it. */
export function told(title: string, lines: readonly string[]): SlideRow {
  return {
    height: tall(title, width, 'bold') + lines.reduce((sum, line) => sum + tall(line, width), 0),
    html: html`<strong>${title}</strong>${joined(lines.map((line) => html`<p>${line}</p>`))}`,
  };
}

/** A trajectory with its stance bar, and what stands at the ends of it. */
function measured({ trajectory, figures }: KnownTrajectory, grain: Grain, view: Wording): SlideRow {
  const title = trajectoryTitle(view, trajectory);
  const { against, favour, ends } = stanceEnds(figures, grain, view);
  const said = [ends.against, ends.neither, ends.favour].map((end) => html`<span>${end}</span>`);
  return {
    height: Math.max(2.35, tall(title, nameWidth, 'bold')),
    html: html`<span class="name">${title}</span><span class="measure">${stances(against, favour)}<span class="said ends">${joined(said, ' ')}</span></span>`,
  };
}

/** On as many slides as they need; where there is nothing to show, that is said. */
function slides(
  { none, ...shown }: Rows & { readonly none: string; readonly foot: string },
  { say }: Wording,
): readonly Slide[] {
  const { id, title, rows, foot } = shown;
  if (rows.length > 0) return spread(shown, say);
  return [{ id, title, body: html`<p>${none}</p><p class="foot">${foot}</p>` }];
}
