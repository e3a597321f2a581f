import { stanceBars } from '#charts/stance-bars.ts';
import { commonGround, setAside, worthDebating } from '#scenario/telling.ts';
import { grainOf } from '#wording/numbers.ts';
import { type ReadingPart, readingParts } from '#wording/reading/parts.ts';
import { keyFigures } from '#wording/reading/reading.ts';
import type { Figure } from '../figures/charted.ts';
import { besideOneAnother } from '../figures/side-by-side.ts';
import { namedBars } from '../figures/stances.ts';
import type { Result } from '../result.ts';
import { type Block, heading, list, paragraph } from './block.ts';
import { standing, titled } from './opening.ts';

/** The result on one page, for whoever reads one: so many lines of each part at most, three figures and one picture. */
export function synthesisPage(result: Result, most: number): readonly Block[] {
  const { scenario, wording, kind } = result;
  const grain = grainOf(kind);
  const picture = pictureOf(result);
  return [
    titled(result, standing(result)),
    { kind: 'key-figures', items: keyFigures(scenario, grain, wording) },
    ...readingParts(scenario, grain, wording, most).flatMap(partOf),
    ...(picture === undefined ? [] : [{ kind: 'figure', ...picture } as const]),
  ];
}

/** A part under its title: how many there are, and the clearest of them; of what is not known, how much. */
const partOf = ({ kind, title, lead, lines }: ReadingPart): readonly Block[] => [
  heading(2, title),
  paragraph(lead.join(' ')),
  ...(lines.length === 0 || kind === 'unknown' ? [] : [list(lines.map(({ titled }) => titled))]),
];

/** The clearest of what is above as bars beside one another. */
function pictureOf({ scenario, wording, kind }: Result): Figure | undefined {
  const { say } = wording;
  const parts = [commonGround(scenario), worthDebating(scenario), setAside(scenario)];
  const telling = parts.flatMap((all) => all.slice(0, 1)).slice(0, 2);
  if (telling.length === 0) return undefined;
  const label = say('report.synthesis.picture');
  const bars = namedBars(telling, grainOf(kind), wording);
  return {
    picture: besideOneAnother(
      label,
      bars.map((bar) => stanceBars(label, [bar])),
    ),
    alt: say('report.synthesis.alt', { n: telling.length }),
    caption: say('report.synthesis.caption'),
  };
}
