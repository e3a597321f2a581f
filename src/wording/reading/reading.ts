import { type GroupScenario, knownIn } from '#domain/results/group-scenario.ts';
import type { ReleasedView } from '#domain/results/group-view.ts';
import { commonGround, worthDebating } from '#scenario/telling.ts';
import { type Grain, grainOf, peopleNumber } from '../numbers.ts';
import { resultState } from '../results/result-state.ts';
import { type BesideTown, besideTown } from '../who/beside-town.ts';
import { participants } from '../who/participants.ts';
import type { Wording } from '../wording.ts';
import { type ReadingPart, readingParts } from './parts.ts';

/** A number that sums up, and what it counts: "12", "trajectoires rassemblent, sur les 48 qui ont assez d'avis". */
export interface KeyFigure {
  readonly value: string;
  readonly label: string;
}

/**
 * A released result as it is read, wherever it stands: page, card, document, screen. Nothing but sentences and what bars are drawn from;
 * of a provisional result it holds no count of people, no share in per cent and no interval.
 */
export interface GroupReading {
  readonly grain: Grain;
  /** What the result is: "Résultat final, du 28 novembre 2026."; what has changed since. */
  readonly standing: readonly string[];
  /** Who chose to take part, in sentences: how many, their roles, their kinds of place. */
  readonly who: readonly string[];
  /** The same beside the town's own figures, where the consultation has them. */
  readonly town?: BesideTown;
  readonly keyFigures: readonly KeyFigure[];
  readonly parts: readonly ReadingPart[];
  /** Of whom the figures speak, and of whom they do not. */
  readonly caution: string;
}

export function groupReading(group: ReleasedView, wording: Wording): GroupReading {
  const { scenario, kind } = group;
  const grain = grainOf(kind);
  const town = besideTown({ ...scenario, whole: 'gave-a-view' }, grain, wording);
  return {
    grain,
    standing: resultState(group, wording),
    who: participants(scenario, grain, wording),
    ...(town && { town }),
    keyFigures: keyFigures(scenario, grain, wording),
    parts: readingParts(scenario, grain, wording),
    caution: wording.say('results.reading'),
  };
}

/** How many took part, and how many trajectories bring together and divide, of those with enough views. */
export function keyFigures(scenario: GroupScenario, grain: Grain, wording: Wording): readonly KeyFigure[] {
  const { say } = wording;
  const shown = knownIn(scenario).length;
  const counts = { together: commonGround(scenario).length, divides: worthDebating(scenario).length };
  return [
    {
      value: peopleNumber(scenario.n, grain, wording),
      label:
        grain === 'exact' ? say('reading.key.people', { n: scenario.n }) : say('reading.key.people-about'),
    },
    ...Object.entries(counts).map(([kind, n]) => ({
      value: say('reading.people.number', { n }),
      label: say(`reading.key.${kind}`, { n, shown }),
    })),
  ];
}
