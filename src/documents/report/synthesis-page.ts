import { profile } from '#charts/bars.ts';
import { stanceBars } from '#charts/stance-bars.ts';
import { trajectoryClasses } from '#domain/results/group-scenario.ts';
import type { Figure } from '../figures/charted.ts';
import { besideOneAnother } from '../figures/side-by-side.ts';
import { namedBars } from '../figures/stances.ts';
import type { Result } from '../result.ts';
import { type Block, heading, list } from './block.ts';
import { stateOf, titled } from './opening.ts';
import { type Synthesis, synthesisOf, type Taken } from './synthesis.ts';

/** The result on one page, for whoever reads one: so many lines of each kind at most, three figures and one picture. */
export function synthesisPage(result: Result, most: number): readonly Block[] {
  const synthesis = synthesisOf(result, most);
  const { figures, together, divides, aside } = synthesis;
  const picture = pictureOf(result, synthesis);
  return [
    titled(result, stateOf(result)),
    { kind: 'key-figures', items: figures },
    ...[together, divides, aside].flatMap(taken),
    ...(picture === undefined ? [] : [{ kind: 'figure', ...picture } as const]),
  ];
}

const taken = ({ title, lines }: Taken): readonly Block[] => [heading(2, title), list(lines)];

/** The clearest of what is above as bars; of a provisional result, which has no interval, how many trajectories are of each kind. */
function pictureOf(result: Result, { together, divides, aside }: Synthesis): Figure | undefined {
  const { wording, kind, scenario } = result;
  const { say } = wording;
  if (kind === 'provisional') return classesPicture(scenario, say);
  const [first, second] = together.of;
  const telling = [first, second, divides.of[0], aside.of[0]].filter((one) => one !== undefined);
  if (telling.length === 0) return undefined;
  const label = say('report.synthesis.picture');
  const bars = namedBars(telling, 'exact', wording);
  const columns = [bars.filter((_, i) => i % 2 === 0), bars.filter((_, i) => i % 2 === 1)];
  return {
    picture: besideOneAnother(
      label,
      columns.filter((some) => some.length > 0).map((some) => stanceBars(label, some)),
    ),
    alt: say('report.synthesis.alt', { n: telling.length }),
    caption: say('report.synthesis.caption'),
  };
}

function classesPicture({ domains }: Result['scenario'], say: Result['wording']['say']): Figure | undefined {
  const all = domains.flatMap(({ trajectories }) => trajectories).filter(({ figures }) => figures);
  if (all.length === 0) return undefined;
  const parts = trajectoryClasses.map((it) => {
    const n = all.filter((one) => one.class === it).length;
    return {
      title: say('report.synthesis.class', { name: say(`card.class.${it}`), n }),
      share: n / all.length,
    };
  });
  return {
    picture: profile(say('report.synthesis.classes'), parts),
    alt: parts.map(({ title }) => title).join(' ; '),
    caption: say('report.synthesis.classes'),
  };
}
