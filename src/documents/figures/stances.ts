import { type NamedStanceBar, stanceBars } from '#charts/stance-bars.ts';
import {
  type Figures,
  type GroupScenario,
  isKnown,
  type KnownTrajectory,
} from '#domain/results/group-scenario.ts';
import { commonGround } from '#scenario/telling.ts';
import { countInShort, type Grain, viewCount } from '#wording/numbers.ts';
import { stanceEnds } from '#wording/reading/stance-ends.ts';
import { verdictOf } from '#wording/results/group-lines.ts';
import { percent, shareInShort } from '#wording/share.ts';
import { domainTitle, quoted, quotedTrajectory, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Charted, TableBlock } from './charted.ts';
import { besideOneAnother } from './side-by-side.ts';

type Domain = GroupScenario['domains'][number];

/** Bars in two columns from so many on: a column of more would not fit on a sheet of paper. */
const oneColumn = 4;

/** For and against each trajectory of a domain, for a screen or for paper, with its table; nothing when none has figures. */
export function stances(
  { domain, trajectories }: Domain,
  place: 'screen' | 'paper',
  grain: Grain,
  wording: Wording,
): Charted | undefined {
  const { say } = wording;
  const known = trajectories.filter(isKnown);
  if (known.length === 0) return undefined;
  const title = domainTitle(wording, domain);
  const bars = namedBars(known, grain, wording);
  const half = place === 'screen' || bars.length <= oneColumn ? bars.length : Math.ceil(bars.length / 2);
  const columns = [bars.slice(0, half), bars.slice(half)].filter(({ length }) => length > 0);
  const label = say('results.stances-picture', { domain: title });
  return {
    figure: {
      picture: besideOneAnother(
        label,
        columns.map((some) => stanceBars(label, some)),
      ),
      alt: say('report.stances-alt', {
        domain: title,
        n: known.length,
        first: quoted(wording, bars[0]?.title ?? ''),
      }),
      caption: say('results.legend'),
    },
    table: tableOf(known, say('report.stances-table', { domain: title }), grain, wording),
  };
}

/** What most clearly brings together, whatever the domain; nothing when nothing does. */
export function broughtTogether(
  scenario: GroupScenario,
  most: number,
  grain: Grain,
  wording: Wording,
): Charted | undefined {
  const { say } = wording;
  const known = commonGround(scenario).slice(0, most);
  const [first] = known;
  if (first === undefined) return undefined;
  const title = say('reading.part.together');
  return {
    figure: {
      picture: stanceBars(title, namedBars(known, grain, wording)),
      alt: say('report.stances-alt', {
        domain: title,
        n: known.length,
        first: quotedTrajectory(wording, first.trajectory),
      }),
      caption: say('results.legend'),
    },
    table: tableOf(known, title, grain, wording),
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

/** The same in figures: the verdict, how many spoke, shares with their intervals. */
function tableOf(
  known: readonly KnownTrajectory[],
  title: string,
  grain: Grain,
  wording: Wording,
): TableBlock {
  const { say } = wording;
  const side = ({ share, low, high }: Figures['support']) =>
    grain === 'exact'
      ? say('report.share', { share: percent(share), low: percent(low), high: percent(high) })
      : shareInShort(share, grain, wording);
  return {
    title,
    head: ['trajectory', 'verdict', 'voices', 'favour', 'against', 'unsure', 'kept'].map((key) =>
      say(`report.column.${key}`),
    ),
    widths: grain === 'exact' ? [32, 17, 8.5, 17, 16, 10, 11] : [29, 16, 11, 14, 14, 14, 14],
    rows: known.map(({ figures, ...one }) => [
      trajectoryTitle(wording, one.trajectory),
      verdictOf({ ...one, figures }, wording),
      countInShort(figures.n, grain, wording),
      side(figures.support),
      side(figures.opposition),
      shareInShort(figures.dontKnowRate, grain, wording),
      shareInShort(figures.kept, grain, wording),
    ]),
  };
}
