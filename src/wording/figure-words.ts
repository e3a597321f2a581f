import { bandFrom } from '#domain/results/band.ts';
import type { GroupScenario, ResultKind } from '#domain/results/group-scenario.ts';
import { grainOf } from './numbers.ts';
import { participants } from './participants.ts';
import { people, percent } from './share.ts';
import type { Wording } from './wording.ts';

/** How shares and numbers of people are said of a result. */
export interface FigureWords {
  /** So many of the n people who gave a stance, or examined it. */
  readonly people: (share: number, n: number) => string;
  /** People who gave a stance: "34 avis". */
  readonly views: (n: number) => string;
  /** People who examined something: "34 examens". */
  readonly examined: (n: number) => string;
  /** A share of those who examined it. */
  readonly ofExamined: (share: number) => string;
  /** How many people, in a title or a column: "34". */
  readonly count: (n: number) => string;
  /** A short share, in a column: "62 %". */
  readonly share: (share: number) => string;
}

/** Provisional figures are said without a percent, and never as a number of people. */
export function figureWords(kind: ResultKind, wording: Wording): FigureWords {
  const { say } = wording;
  if (kind === 'final')
    return {
      people: (share, n) => people({ share, n }, 'exact', wording),
      views: (n) => say('report.said.views', { n }),
      examined: (n) => say('report.said.examined', { n }),
      ofExamined: (share) => say('report.said.of-examined', { share: percent(share) }),
      count: (n) => say('report.said.count', { n }),
      share: (share) => say('results.percent', { share: percent(share) }),
    };
  const band = (key: string) => (n: number) => say(`report.said.${key}`, bandFrom(n));
  const tenths = (key: string) => (share: number) =>
    say(`report.said.${key}`, { tenths: Math.round(share * 10) });
  return {
    people: tenths('about'),
    views: band('views-band'),
    examined: band('examined-band'),
    ofExamined: tenths('about-examined'),
    count: band('count-band'),
    share: tenths('tenths'),
  };
}

/** Who took part, as far as it may be told; of a provisional result, how many as a band. */
export function tookPart(kind: ResultKind, scenario: GroupScenario, wording: Wording): readonly string[] {
  const { say } = wording;
  const [first = '', ...others] = participants(scenario, grainOf(kind), wording);
  const { n } = scenario;
  return kind === 'final' ? [first, ...others] : [say('report.said.took-part-band', bandFrom(n)), ...others];
}
