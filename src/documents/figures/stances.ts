import { divergingBars } from '#charts/bars.ts';
import {
  type Figures,
  type GroupScenario,
  isKnown,
  type KnownTrajectory,
} from '#domain/results/group-scenario.ts';
import { verdictOf } from '#wording/group-lines.ts';
import { percent } from '#wording/share.ts';
import { domainTitle, quoted, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Charted } from './charted.ts';
import { besideOneAnother } from './side-by-side.ts';

type Domain = GroupScenario['domains'][number];

/** Bars in two columns from so many on: a column of more would not fit on a page. */
const oneColumn = 4;

/** For and against each trajectory of a domain, with its table; nothing when none has figures. */
export function stances({ domain, trajectories }: Domain, wording: Wording): Charted | undefined {
  const { say } = wording;
  const known = trajectories.filter(isKnown);
  if (known.length === 0) return undefined;
  const label = say('results.stances-picture', { domain: domainTitle(wording, domain) });
  const bars = stanceBars(known, wording);
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
        columns.map((some) => divergingBars(label, some)),
      ),
      alt,
      caption: say('report.stances-caption'),
    },
    table: {
      title: say('report.stances-table', { domain: domainTitle(wording, domain) }),
      head: ['trajectory', 'verdict', 'voices', 'favour', 'against', 'unsure', 'kept'].map((key) =>
        say(`report.column.${key}`),
      ),
      widths: [32, 17, 8.5, 17, 16, 10, 11],
      rows: stanceRows(known, ({ share, low, high }) => say('report.share', { share, low, high }), wording),
    },
  };
}

/** One bar a trajectory: what became of it, and how many spoke. */
export const stanceBars = (known: readonly KnownTrajectory[], wording: Wording) =>
  known.map((one) => ({
    title: trajectoryTitle(wording, one.trajectory),
    note: wording.say('results.bar', {
      verdict: verdictOf(one, wording),
      n: one.figures.n,
      unsure: one.figures.examined - one.figures.n,
    }),
    against: one.figures.opposition,
    favour: one.figures.support,
  }));

/** The same in figures: the verdict, how many spoke, shares in per cent; `between` writes one with its interval. */
export function stanceRows(
  known: readonly KnownTrajectory[],
  between: (percents: Figures['support']) => string,
  wording: Wording,
): readonly (readonly string[])[] {
  const { say } = wording;
  const within = ({ share, low, high }: Figures['support']) =>
    between({ share: percent(share), low: percent(low), high: percent(high) });
  return known.map(({ figures, ...one }) => [
    trajectoryTitle(wording, one.trajectory),
    verdictOf(one, wording),
    String(figures.n),
    within(figures.support),
    within(figures.opposition),
    say('results.percent', { share: percent(figures.dontKnowRate) }),
    say('results.percent', { share: percent(figures.kept) }),
  ]);
}
