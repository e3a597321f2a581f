import { type NamedStanceBar, stanceBars } from '#charts/stance-bars.ts';
import {
  type Figures,
  type GroupScenario,
  isKnown,
  type KnownTrajectory,
} from '#domain/results/group-scenario.ts';
import { verdictOf } from '#wording/group-lines.ts';
import { type Grain, viewCount } from '#wording/numbers.ts';
import { stanceEnds } from '#wording/reading/stance-ends.ts';
import { people, percent } from '#wording/share.ts';
import { domainTitle, quoted, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Charted } from './charted.ts';
import { besideOneAnother } from './side-by-side.ts';

type Domain = GroupScenario['domains'][number];

/** Bars in two columns from so many on: a column of more would not fit on a page. */
const oneColumn = 4;

/** For and against each trajectory of a domain, with its table; nothing when none has figures. */
export function stances(
  { domain, trajectories }: Domain,
  grain: Grain,
  wording: Wording,
): Charted | undefined {
  const { say } = wording;
  const known = trajectories.filter(isKnown);
  if (known.length === 0) return undefined;
  const label = say('results.stances-picture', { domain: domainTitle(wording, domain) });
  const bars = namedBars(known, grain, wording);
  const half = Math.ceil(bars.length / 2);
  const columns = bars.length <= oneColumn ? [bars] : [bars.slice(0, half), bars.slice(half)];
  const alt = say('report.stances-alt', {
    domain: domainTitle(wording, domain),
    n: known.length,
    first: quoted(wording, bars[0]?.title ?? ''),
  });
  return {
    figure: {
      picture: besideOneAnother(
        label,
        columns.map((some) => stanceBars(label, some)),
      ),
      alt,
      caption: say('results.legend'),
    },
    table: {
      title: say('report.stances-table', { domain: domainTitle(wording, domain) }),
      head: ['trajectory', 'verdict', 'voices', 'favour', 'against', 'unsure', 'kept'].map((key) =>
        say(`report.column.${key}`),
      ),
      widths: [32, 17, 8.5, 17, 16, 10, 11],
      rows: stanceRows(known, 'report.share', grain, wording),
    },
  };
}

/** One bar a trajectory: what became of it, and how many spoke. */
export const namedBars = (
  known: readonly KnownTrajectory[],
  grain: Grain,
  wording: Wording,
): readonly NamedStanceBar[] =>
  known.map((one) => ({
    title: trajectoryTitle(wording, one.trajectory),
    note: noteOf(one, grain, wording),
    ...stanceEnds(one.figures, grain, wording),
  }));

function noteOf(one: KnownTrajectory, grain: Grain, wording: Wording): string {
  const { say } = wording;
  const { n, examined } = one.figures;
  const verdict = verdictOf(one, wording);
  return grain === 'exact'
    ? say('results.bar', { verdict, n, unsure: examined - n })
    : say('results.bar-coarse', { verdict, views: viewCount(n, grain, wording) });
}

/** The same in figures: the verdict, how many spoke, shares; `between` writes one in per cent with its interval. */
export function stanceRows(
  known: readonly KnownTrajectory[],
  between: 'results.between' | 'report.share',
  grain: Grain,
  wording: Wording,
): readonly (readonly string[])[] {
  const { say } = wording;
  const within = ({ share, low, high }: Figures['support'], n: number) =>
    grain === 'exact'
      ? say(between, { share: percent(share), low: percent(low), high: percent(high) })
      : people({ share, n }, grain, wording);
  const plain = (share: number, n: number) =>
    grain === 'exact'
      ? say('results.percent', { share: percent(share) })
      : people({ share, n }, grain, wording);
  return known.map(({ figures, ...one }) => [
    trajectoryTitle(wording, one.trajectory),
    verdictOf({ ...one, figures }, wording),
    grain === 'exact' ? String(figures.n) : viewCount(figures.n, grain, wording),
    within(figures.support, figures.n),
    within(figures.opposition, figures.n),
    plain(figures.dontKnowRate, figures.examined),
    plain(figures.kept, figures.examined),
  ]);
}
