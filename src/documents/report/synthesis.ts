import { type KnownTrajectory, knownIn } from '#domain/results/group-scenario.ts';
import { commonGround, setAside, worthDebating } from '#scenario/telling.ts';
import { contestedLine, refusedLine, wishedLine } from '#wording/briefing/lines.ts';
import { figureWords } from '#wording/figure-words.ts';
import type { Result } from '../result.ts';
import type { KeyFigure } from './block.ts';

/** What somebody takes away who reads nothing else. */
export interface Synthesis {
  readonly figures: readonly KeyFigure[];
  readonly together: Taken;
  readonly divides: Taken;
  readonly aside: Taken;
}

/** A few trajectories, a line each, under a title that says how many there are in all. */
export interface Taken {
  readonly title: string;
  readonly lines: readonly string[];
  readonly of: readonly KnownTrajectory[];
}

/** With so many lines of each at most. */
export function synthesisOf(result: Result, most: number): Synthesis {
  const { scenario, wording, kind } = result;
  const { say } = wording;
  const told = { wording, figures: figureWords(kind, wording) };
  const taken = (key: string, all: readonly KnownTrajectory[], line: typeof wishedLine): Taken => {
    const of = all.slice(0, most);
    return {
      title: say('report.synthesis.counted', { title: say(`report.synthesis.${key}`), n: all.length }),
      lines: of.length === 0 ? [say('report.synthesis.none')] : of.map((one) => line(one, told)),
      of,
    };
  };
  return {
    figures: keyFigures(result),
    together: taken('together', commonGround(scenario), wishedLine),
    divides: taken('divides', worthDebating(scenario), contestedLine),
    aside: taken('aside', setAside(scenario), refusedLine),
  };
}

function keyFigures({ scenario, wording, kind }: Result): readonly KeyFigure[] {
  const { say } = wording;
  const all = scenario.domains.flatMap(({ trajectories }) => trajectories);
  const shown = knownIn(scenario).length;
  const common = commonGround(scenario).length;
  const asked = worthDebating(scenario).length;
  return [
    {
      value: figureWords(kind, wording).count(scenario.n),
      name: say('report.synthesis.people', { n: scenario.n }),
    },
    {
      value: say('report.who.shown-of', { shown, all: all.length }),
      name: say('report.synthesis.shown', { n: shown }),
    },
    {
      value: String(common),
      name: say('report.synthesis.common', { n: common, contested: asked }),
    },
  ];
}
