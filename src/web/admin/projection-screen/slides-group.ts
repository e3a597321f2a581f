import type { GroupScenario, KnownTrajectory } from '#domain/results/group-scenario.ts';
import type { Briefing } from '#scenario/briefing/briefing.ts';
import { html, joined } from '#web/http/pages/html.ts';
import type { Grain } from '#wording/numbers.ts';
import { groupLetter, typicalLines } from '#wording/opinion-group.ts';
import { spreadSentence } from '#wording/opinion-spread.ts';
import { stanceEnds } from '#wording/reading/stance-ends.ts';
import { domainTitle, quoted, trajectoryTitle } from '#wording/titles.ts';
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
  return slides('shared', rows, 'bars', foot, view);
}

/** What divides, from the most divided on. */
export function contested(
  { contested: all }: Briefing,
  foot: string,
  grain: Grain,
  view: Wording,
): readonly Slide[] {
  const rows = all.slice(0, most).map((one) => measured(one, grain, view));
  return slides('contested', rows, 'bars', foot, view);
}

/** What nobody or too few examined, from the emptiest domain on. */
export function unexamined({ unexamined: all }: Briefing, foot: string, view: Wording): readonly Slide[] {
  const rows = all.map(({ domain, trajectories, of }): SlideRow => {
    const title = domainTitle(view, domain);
    const [first = ''] = trajectories;
    const named = quoted(view, trajectoryTitle(view, first));
    const said = view.say('projection.unexamined.line', { n: trajectories.length, of, title: named });
    return told(title, [said]);
  });
  return slides('unexamined', rows, 'told', foot, view);
}

/** Ways of seeing, once they have been looked for: what is typical of each, never who is in it. */
export function opinionSlides({ opinion }: GroupScenario, view: Wording): readonly Slide[] {
  const { say } = view;
  const groups = opinion?.groups ?? [];
  if (opinion === undefined || opinion.placed === 0) return [];
  const titled = (trajectory: string) => quoted(view, trajectoryTitle(view, trajectory));
  const rows = groups.map((group, i) =>
    told(
      say('card.opinion.group', { letter: groupLetter(i), n: group.n }),
      typicalLines(group, groups.length > 2 ? 1 : 2, titled, view),
    ),
  );
  const { spread: between } = opinion;
  const ends = between === undefined ? [] : [between.low, between.high];
  const opposite = ends.map((typical, i) =>
    told(say(`results.spread-${i === 0 ? 'left' : 'right'}`), typicalLines({ typical }, 2, titled, view)),
  );
  const all =
    between === undefined ? rows : [told(spreadSentence(between, opinion.placed, view), []), ...opposite];
  return slides('groups', all, 'told', say('projection.groups.foot', { n: opinion.placed }), view);
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

function slides(
  id: 'shared' | 'contested' | 'unexamined' | 'groups',
  rows: readonly SlideRow[],
  look: Rows['look'],
  foot: string,
  { say }: Wording,
): readonly Slide[] {
  const title = say(`projection.${id}.title`);
  if (rows.length > 0) return spread({ id, title, rows, look, foot }, say);
  return [{ id, title, body: html`<p>${say(`projection.${id}.none`)}</p><p class="foot">${foot}</p>` }];
}
