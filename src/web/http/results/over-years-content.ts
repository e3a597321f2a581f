import { differences } from '#charts/differences.ts';
import { stanceBar } from '#charts/stance-bars.ts';
import type { OverYears, YearCell, YearChange } from '#domain/results/over-years.ts';
import { pointsWithMargin } from '#wording/points.ts';
import { stanceEnds } from '#wording/reading/stance-ends.ts';
import { percent } from '#wording/share.ts';
import { dated } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import { figure } from './figure.ts';

/** A published result, as the page calls it. */
interface NamedResult {
  readonly title: string;
  /** When people last answered. */
  readonly at: string;
  /** Where its own page is. */
  readonly address: string;
}

interface Shown {
  readonly years: OverYears;
  /** A short name for each result. */
  readonly labels: readonly string[];
  readonly titleOf: (trajectory: string) => string;
  readonly view: Wording;
}

/** Published results of one territory beside each other: what the figures cannot tell first, then what differs, then each trajectory. */
export function overYearsContent(
  years: OverYears,
  named: readonly NamedResult[],
  titleOf: (trajectory: string) => string,
  view: Wording,
): Html {
  const { say } = view;
  const days = named.map(({ at }) => dated(view, at));
  const labels = named.map(({ title }, i) =>
    days.filter((day) => day === days[i]).length > 1 ? `${title}, ${days[i]}` : (days[i] ?? ''),
  );
  const shown = { years, labels, titleOf, view };
  const list = named.map(
    ({ title, address }, i) =>
      html`<li><a href="${address}">${title}</a> ${say('over-years.of', { day: days[i] ?? '', n: years.results[i]?.n ?? 0 })}</li>`,
  );
  const cautions = ['chosen', 'others', 'chance', 'words'].map(
    (key) => html`<li>${say(`over-years.caution.${key}`)}</li>`,
  );
  return html`<p>${say('over-years.lead')}</p><ul class="results">${joined(list)}</ul>
<section id="limites"><h2>${say('over-years.caution.title')}</h2><ul>${joined(cautions)}</ul></section>
${years.trajectories.length === 0 ? html`<p>${say('over-years.nothing')}</p>` : html`${picture(shown)}${each(shown)}`}
${left('reworded', years.reworded, shown)}${left('alone', years.alone, shown)}`;
}

const most = 15;

/** How the latest result differs from the one before it that tells the same: the largest differences as a picture, all as a table. */
function picture({ years, labels, titleOf, view }: Shown): Html {
  const { say } = view;
  const rows = years.trajectories
    .map(({ trajectory, cells }) => ({ title: titleOf(trajectory), cells, change: changeIn(cells) }))
    .toSorted((a, b) => Math.abs(b.change?.value ?? 0) - Math.abs(a.change?.value ?? 0));
  const drawn = rows
    .slice(0, most)
    .flatMap(({ title, change }) =>
      change === undefined
        ? []
        : [{ title, note: pointsWithMargin(change, view), value: change.value, interval: change }],
    );
  const title = say('over-years.picture');
  const ends = { less: say('outcome.compare.less'), more: say('outcome.compare.more') };
  const table = {
    head: [say('outcome.compare.head.trajectory'), ...labels, say('outcome.compare.head.difference')],
    rows: rows.map(({ title: name, cells, change }) => [
      name,
      ...cells.map((cell) => inWords(cell, view)),
      change === undefined ? '' : changed(change, labels, view),
    ]),
  };
  const note = say(rows.length > most ? 'outcome.compare.note-most' : 'outcome.compare.note', { most });
  return html`<section id="ecarts"><h2>${title}</h2>${figure({ title, picture: differences(title, ends, drawn), note, table }, view)}</section>`;
}

/** The last difference that there is. */
const changeIn = (cells: readonly YearCell[]): YearChange | undefined =>
  cells.flatMap((cell) => (cell.state === 'known' && cell.change !== undefined ? [cell.change] : [])).at(-1);

/** Each trajectory with its bars, one a result, all on the same scale. */
function each({ years, labels, titleOf, view }: Shown): Html {
  const one = (cell: YearCell, i: number) => {
    const label = html`<b>${labels[i] ?? ''}</b>`;
    if (cell.state !== 'known')
      return html`<li>${label} <span class="quiet">${inWords(cell, view)}</span></li>`;
    const bar = stanceEnds(cell.figures, 'exact', view);
    const ends = Object.values(bar.ends).filter((end) => end !== '');
    return html`<li>${label} <span class="quiet">${view.say('over-years.views', { n: cell.figures.n })}</span>
${{ html: stanceBar(`${labels[i] ?? ''} : ${ends.join(', ')}`, bar).svg }}
${cell.change === undefined ? '' : html`<small>${changed(cell.change, labels, view)}</small>`}</li>`;
  };
  const all = years.trajectories.map(
    ({ trajectory, cells }) =>
      html`<section class="year"><h3>${titleOf(trajectory)}</h3><ul class="years">${joined(cells.map(one))}</ul></section>`,
  );
  return html`<section id="trajectoires"><h2>${view.say('over-years.each')}</h2><p class="quiet">${view.say('over-years.scale')}</p>${joined(all, '\n')}</section>`;
}

/** What stands in a table for one result. */
function inWords(cell: YearCell, { say }: Wording): string {
  if (cell.state !== 'known') return say(`over-years.${cell.state}`);
  const { support, opposition, n } = cell.figures;
  return say('over-years.shares', { favour: percent(support.share), against: percent(opposition.share), n });
}

const changed = (change: YearChange, labels: readonly string[], view: Wording): string =>
  view.say('over-years.change', {
    ...{ difference: pointsWithMargin(change, view), since: labels[change.since] ?? '' },
    apart: change.apart ? 'yes' : 'no',
  });

/** Those that are not compared, and why. */
function left(why: 'reworded' | 'alone', ids: readonly string[], { titleOf, view }: Shown): Html {
  if (ids.length === 0) return html``;
  return html`<details><summary>${view.say(`over-years.left.${why}`, { n: ids.length })}</summary><ul>${joined(
    ids.map((id) => html`<li>${titleOf(id)}</li>`),
  )}</ul></details>`;
}
