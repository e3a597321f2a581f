import type { DomainId } from '#domain/catalogue/domains.ts';
import type { GroupScenario, KnownTrajectory } from '#domain/results/group-scenario.ts';
import type { Briefing } from '#scenario/briefing/briefing.ts';
import { html, joined } from '#web/http/pages/html.ts';
import { iconOf } from '#web/http/pages/icon-of.ts';
import { unexaminedUnder } from '#wording/briefing/lines.ts';
import { type Grain, peopleCount } from '#wording/numbers.ts';
import { readingParts } from '#wording/reading/parts.ts';
import { stanceEnds } from '#wording/reading/stance-ends.ts';
import { opinionLead, opinionParts, typicalLines } from '#wording/results/opinion-group.ts';
import { domainTitle, quotedTrajectory, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { stances } from './bar.ts';
import type { Slide } from './slide.ts';
import { iconWidth, type Rows, type SlideRow, spread, tall } from './spread.ts';

/** As many as a room takes in. */
const most = 5;
const nameWidth = 17;
const measureWidth = 20;
const width = 38;

/** What most wish for, what divides and what is set aside, each from the clearest on; where there are more, how many. */
export function decided(facts: Briefing, foot: string, grain: Grain, view: Wording): readonly Slide[] {
  const { n } = facts.scenario;
  const parts = [
    { id: 'shared', part: 'together', all: facts.shared },
    { id: 'contested', part: 'divides', all: facts.contested },
    { id: 'set-aside', part: 'set-aside', all: facts.refused },
  ];
  return parts.flatMap(({ id, part, all }) => {
    const rows = all.slice(0, most).map((one) => measured(one, grain, view));
    const people = peopleCount(n, grain, view);
    const of =
      all.length > most ? view.say('projection.clearest', { n: most, all: all.length, people }) : foot;
    const titled = { title: view.say(`reading.part.${part}`), none: view.say(`reading.lead.no-${part}`) };
    return slides({ id, ...titled, rows, look: 'bars', foot: of }, view);
  });
}

/** What is not known yet: how much is undecided or too little looked at, and what people find hardest to judge. */
export function unknown(
  scenario: GroupScenario,
  foot: string,
  grain: Grain,
  view: Wording,
): readonly Slide[] {
  const part = readingParts(scenario, grain, view).find(({ kind }) => kind === 'unknown');
  if (part === undefined) return [];
  const { title, lead, lines } = part;
  const rows = [...lead.map((line) => told(line, [])), ...lines.map((line) => told(line.title, [line.said]))];
  return spread({ id: 'unknown', title, rows, look: 'told', foot }, view.say);
}

/** What nobody or too few examined, from the emptiest domain on. */
export function unexamined({ unexamined: all }: Briefing, foot: string, view: Wording): readonly Slide[] {
  const { say } = view;
  const rows = all.map((one) =>
    told(domainTitle(view, one.domain), [unexaminedUnder(one, view)], one.domain),
  );
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

/** Something that is named, a domain with its icon, then what is said of it. */
export function told(title: string, lines: readonly string[], domain?: DomainId): SlideRow {
  return {
    height: tall(title, width - iconWidth, 'bold') + lines.reduce((sum, line) => sum + tall(line, width), 0),
    html: html`<strong>${domain === undefined ? '' : iconOf(domain)}${title}</strong>${joined(lines.map((line) => html`<p>${line}</p>`))}`,
  };
}

/** A trajectory with its stance bar, and what stands at the ends of it. */
function measured({ trajectory, figures }: KnownTrajectory, grain: Grain, view: Wording): SlideRow {
  const title = trajectoryTitle(view, trajectory);
  const { against, favour, ends } = stanceEnds(figures, grain, view);
  const said = [ends.against, ends.neither, ends.favour].map((end) => html`<span>${end}</span>`);
  return {
    height: Math.max(1.1 + tall(Object.values(ends).join(' '), measureWidth), tall(title, nameWidth, 'bold')),
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
