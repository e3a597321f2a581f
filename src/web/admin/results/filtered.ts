import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import { type Figures, isKnown } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { type CategoryView, categoryView } from '#scenario/analysis/disclosure/cross-tabulation.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { percent } from '#wording/share.ts';
import { dated, domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { AdminVisit } from '../visit.ts';
import type { Category, Filter } from './filter.ts';

interface Filtered {
  readonly filter: Exclude<Filter, { state: 'whole' }>;
  readonly crossTabulation: CrossTabulation | undefined;
  readonly group: Extract<GroupView, { state: 'released' }>;
  readonly view: Wording;
  readonly visit: Pick<AdminVisit, 'say'>;
}

/** What those of one category say, beside the whole group; or why nothing can be shown of them. */
export function filtered({ filter, crossTabulation, group, view, visit }: Filtered): Html {
  const { say } = visit;
  if (filter.state === 'both') return html`<p class="told" role="status">${say('outcome.filter.both')}</p>`;
  const all = crossTabulation === undefined ? [] : categoryView(crossTabulation, filter);
  const told = new Map(all.map((one) => [one.trajectory, one]));
  const { minGroup, scenario } = group;
  const title = html`<h2>${say('outcome.filter.title', { category: filter.title })}</h2>`;
  if (crossTabulation === undefined) return html`${title}<p>${say('outcome.filter.none-yet')}</p>`;
  if (!all.some(({ figures }) => figures !== null))
    return html`${title}<p>${say('outcome.filter.nothing', { category: filter.title, minGroup })}</p>`;
  const sections = scenario.domains.map(({ domain, trajectories }) => {
    const known = trajectories.filter(isKnown).map(({ trajectory, figures }) => ({
      trajectory,
      whole: figures,
      theirs: told.get(trajectory),
    }));
    const heading = domainTitle(view, domain);
    if (!known.some(({ theirs }) => theirs?.figures))
      return html`<section><h3>${heading}</h3><p class="quiet">${say('outcome.filter.no-domain', { minGroup })}</p></section>`;
    const table = { head: heads(filter, view), rows: known.map((one) => row(one, group.at, view)) };
    return html`<section><h3>${heading}</h3>${wideTable(heading, table)}</section>`;
  });
  return html`${title}<p>${say('outcome.filter.reading', { category: filter.title })}</p>
<p class="quiet">${say('outcome.filter.protected', { minGroup })}</p>
${joined(sections, '\n')}
<p class="quiet">${say('results.reading')}</p>`;
}

const heads = ({ title: category }: Category, { say }: Wording): readonly string[] => [
  say('results.trajectory'),
  say('outcome.filter.voices', { category }),
  say('results.favour'),
  say('results.against'),
  say('results.dont-know'),
  say('outcome.filter.whole-favour'),
  say('outcome.filter.whole-against'),
];

interface Row {
  readonly trajectory: string;
  readonly whole: Figures;
  readonly theirs: CategoryView | undefined;
}

function row({ trajectory, whole, theirs }: Row, at: string, view: Wording): readonly string[] {
  const { say } = view;
  const hidden = say('outcome.filter.hidden');
  const share = (value: number) => say('results.percent', { share: percent(value) });
  const between = (given: Figures['support'] | null) =>
    given === null
      ? hidden
      : say('results.between', {
          share: percent(given.share),
          low: percent(given.low),
          high: percent(given.high),
        });
  const title = trajectoryTitle(view, trajectory);
  const ends = [between(whole.support), between(whole.opposition)];
  const figures = theirs?.figures;
  if (theirs === undefined || figures === undefined || figures === null)
    return [title, hidden, hidden, hidden, hidden, ...ends];
  const { n, favour, against, dontKnow } = figures;
  return [
    title,
    theirs.at === at
      ? String(n)
      : say('outcome.filter.earlier', { n: String(n), date: dated(view, theirs.at) }),
    between(favour),
    between(against),
    dontKnow === null ? hidden : share(dontKnow.share),
    ...ends,
  ];
}
