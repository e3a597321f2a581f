import { type GroupScenario, type KnownTrajectory, knownIn } from '#domain/results/group-scenario.ts';
import { commonGround, littleKnown, setAside, worthDebating } from '#scenario/telling.ts';
import { type Grain, spelled } from '../numbers.ts';
import { leading } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { type ReadingLine, readingLine, type Telling } from './lines.ts';

/** One of the four things that a result says, with the trajectories that say it most clearly. */
export interface ReadingPart {
  readonly kind: Telling;
  readonly title: string;
  /** Whole sentences: how many trajectories in all. */
  readonly lead: readonly string[];
  /** The clearest first. */
  readonly lines: readonly ReadingLine[];
  /** How many more there are than lines. */
  readonly more?: string;
}

/** At most so many lines a part: what brings together first. */
const most: Readonly<Record<Telling, number>> = { together: 5, divides: 3, 'set-aside': 3, unknown: 2 };

/**
 * What brings together, what divides, what is set aside, what is not known; of each of all trajectories something is said. `room`: no
 * more lines a part, where fewer fit than are worth reading.
 */
export function readingParts(
  scenario: GroupScenario,
  grain: Grain,
  wording: Wording,
  room = Number.POSITIVE_INFINITY,
): readonly ReadingPart[] {
  const enough = knownIn(scenario).length;
  // Where there is little room, the domains are not told either.
  const place = Number.isFinite(room) ? 'elsewhere' : 'in-domains';
  const part = (kind: Telling, lead: readonly string[], all: readonly KnownTrajectory[]): ReadingPart => {
    const shown = Math.min(room, most[kind]);
    const left = all.length - shown;
    return {
      kind,
      title: wording.say(`reading.part.${kind}`),
      lead,
      lines: all.slice(0, shown).map((one) => readingLine(one, kind, grain, wording)),
      ...(left > 0 && {
        more: wording.say(`reading.more.${place}`, { n: left, said: spelled(left, wording) }),
      }),
    };
  };
  const counted = (kind: 'together' | 'divides' | 'set-aside', all: readonly KnownTrajectory[]) =>
    part(kind, [countedLead(kind, all.length, enough, wording)], all);
  if (enough === 0) return [part('unknown', [wording.say('results.too-few')], [])];
  return [
    counted('together', commonGround(scenario)),
    counted('divides', worthDebating(scenario)),
    counted('set-aside', setAside(scenario)),
    // What is told for another reason is counted there.
    part(
      'unknown',
      unknownLead(scenario, wording),
      littleKnown(scenario).filter((one) => one.class === 'open'),
    ),
  ];
}

/** How many trajectories bring together, divide or are set aside, of those with enough views. */
export function countedLead(
  kind: 'together' | 'divides' | 'set-aside',
  n: number,
  shown: number,
  wording: Wording,
): string {
  const { say } = wording;
  if (n === 0) return say(`reading.lead.no-${kind}`);
  return leading(say(`reading.lead.${kind}`, { n, said: spelled(n, wording), shown }), wording);
}

/** What is not decided, and what too few people looked at. */
function unknownLead({ domains }: GroupScenario, wording: Wording): readonly string[] {
  const all = domains.flatMap(({ trajectories }) => trajectories);
  const open = all.filter((one) => one.class === 'open');
  const counts = {
    undecided: open.filter(({ figures, reason }) => figures && reason !== 'mostly-dont-know').length,
    'little-known': open.filter(({ figures, reason }) => figures && reason === 'mostly-dont-know').length,
    hidden: all.filter(({ figures }) => figures === undefined).length,
  };
  const told = Object.entries(counts).flatMap(([key, n]) =>
    n === 0 ? [] : [leading(wording.say(`reading.lead.${key}`, { n, said: spelled(n, wording) }), wording)],
  );
  return told.length === 0 ? [wording.say('reading.lead.all-known')] : told;
}
