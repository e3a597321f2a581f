import { differences } from '#charts/differences.ts';
import { type Comparison, compared } from '#scenario/comparison.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { figure } from '#web/http/results/figure.ts';
import { points, pointsWithMargin } from '#wording/points.ts';
import { verdictOf } from '#wording/results/group-lines.ts';
import { percent } from '#wording/share.ts';
import { quoted, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Comparable } from './comparable.ts';

/** Two results beside each other: what differs most as a picture, all of it as a table, what moved, what only one has. */
export function compareContent(before: Comparable, after: Comparable, view: Wording): Html {
  const { say } = view;
  const kind = before.consultation === after.consultation ? 'moments' : 'consultations';
  const comparison = compared(before.scenario, after.scenario, kind);
  const { n, trajectories, only } = comparison;
  const lead = say('outcome.compare.between', {
    ...{ before: before.title, after: after.title, nBefore: n.before, nAfter: n.after },
  });
  const care = [
    say(`outcome.compare.${kind}`),
    ...(kind === 'consultations' ? [say('outcome.compare.chance')] : []),
    say('outcome.compare.chosen'),
  ];
  const titles = (ids: readonly string[]) =>
    html`<ul>${joined(ids.map((id) => html`<li>${trajectoryTitle(view, id)}</li>`))}</ul>`;
  const one = (side: 'before' | 'after', { title }: Comparable) =>
    only[side].length === 0
      ? html``
      : html`<details><summary>${say('outcome.compare.only', { n: only[side].length, title })}</summary>${titles(only[side])}</details>`;
  return html`<section><h2>${say('outcome.compare.heading')}</h2><p>${lead}</p>
<p class="quiet">${care.join(' ')}</p>
${trajectories.length === 0 ? html`<p>${say('outcome.compare.nothing')}</p>` : picture(comparison, view)}
${moved(comparison, view)}
${one('before', before)}${one('after', after)}</section>`;
}

const most = 15;

/** A comparison without its kind; `apart` where something may be said of chance. */
interface Line {
  readonly trajectory: string;
  readonly before: Comparison['trajectories'][number]['before'];
  readonly after: Comparison['trajectories'][number]['after'];
  readonly difference: Comparison['trajectories'][number]['difference'];
  readonly apart?: boolean;
}

const linesOf = (comparison: Comparison): readonly Line[] => comparison.trajectories;

function picture(comparison: Comparison, view: Wording): Html {
  const { say } = view;
  const isOfTwo = comparison.kind === 'consultations';
  const all = linesOf(comparison).toSorted(
    (a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value),
  );
  const title = say('outcome.compare.picture');
  const drawn = all.slice(0, most).map(({ trajectory, difference }) => ({
    title: trajectoryTitle(view, trajectory),
    note: inPoints(difference, isOfTwo, view),
    value: difference.value,
    ...(isOfTwo && { interval: difference }),
  }));
  const ends = { less: say('outcome.compare.less'), more: say('outcome.compare.more') };
  const share = ({ support, n }: Line['before']) =>
    say('outcome.compare.share', { share: percent(support.share), n });
  const table = {
    head: ['trajectory', 'before', 'after', 'difference', ...(isOfTwo ? ['apart'] : [])].map((key) =>
      say(`outcome.compare.head.${key}`),
    ),
    rows: all.map(({ trajectory, before, after, difference, apart }) => [
      trajectoryTitle(view, trajectory),
      share(before),
      share(after),
      inPoints(difference, isOfTwo, view),
      ...(isOfTwo ? [say(apart === true ? 'outcome.compare.apart' : 'outcome.compare.maybe')] : []),
    ]),
  };
  const note = say(all.length > most ? 'outcome.compare.note-most' : 'outcome.compare.note', { most });
  return figure({ title, picture: differences(title, ends, drawn), note, table }, view);
}

/** With its margin where one is known. */
const inPoints = (difference: Line['difference'], isOfTwo: boolean, view: Wording): string =>
  isOfTwo ? pointsWithMargin(difference, view) : points(difference.value, view);

function moved({ trajectories }: Comparison, view: Wording): Html {
  const { say } = view;
  const all = trajectories.flatMap(({ trajectory, moved: change }) =>
    change === undefined ? [] : [{ trajectory, ...change }],
  );
  if (trajectories.length === 0) return html``;
  if (all.length === 0) return html`<p>${say('outcome.compare.none-moved')}</p>`;
  return html`<h3>${say('outcome.compare.moved', { n: all.length })}</h3><ul>${joined(
    all.map(({ trajectory, before, after }) => {
      const facts = {
        title: quoted(view, trajectoryTitle(view, trajectory)),
        before: verdictOf({ trajectory, class: before }, view),
        after: verdictOf({ trajectory, class: after }, view),
      };
      return html`<li>${say('outcome.compare.from-to', facts)}</li>`;
    }),
  )}</ul>`;
}
