import type { KnownTrajectory } from '#domain/results/group-scenario.ts';
import type { Briefing } from '#scenario/briefing/briefing.ts';
import { type Grain, spelled } from '../numbers.ts';
import { type Telling, titledLine } from '../reading/lines.ts';
import { participants } from '../who/participants.ts';
import type { Wording } from '../wording.ts';
import { apartLine, unexaminedLine, unknownLine } from './lines.ts';
import { type Asked, asked } from './questions.ts';

/** A list with its title, and how many more there are than it says. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly others?: string;
}

export interface BriefingWords {
  readonly who: readonly string[];
  readonly sections: readonly Section[];
  readonly questions: readonly Asked[];
}

/** A briefing in plain words, with so many lines a section at most; a section with nothing to say is left out. */
export function briefingWords(
  { scenario, shared, refused, contested, apart, unexamined, unknown, questions }: Briefing,
  { most, grain }: { readonly most: number; readonly grain: Grain },
  wording: Wording,
): BriefingWords {
  const section = <T>(title: string, all: readonly T[], line: (one: T) => string): Section[] => {
    const n = all.length - most;
    if (all.length === 0) return [];
    return [
      {
        title: wording.say(title),
        lines: all.slice(0, most).map(line),
        ...(n > 0 && { others: wording.say('briefing.others', { n, said: spelled(n, wording) }) }),
      },
    ];
  };
  const as = (telling: Telling) => (one: KnownTrajectory) => titledLine(one, telling, grain, wording);
  return {
    who: participants(scenario, grain, wording),
    sections: [
      ...section('reading.part.together', shared, as('together')),
      ...section('reading.part.set-aside', refused, as('set-aside')),
      ...section('reading.part.divides', contested, as('divides')),
      ...section('briefing.section.apart', apart, (one) => apartLine(one, wording)),
      ...section('briefing.section.unexamined', unexamined, (one) => unexaminedLine(one, wording)),
      ...section('briefing.section.unknown', unknown, (one) => unknownLine(one, grain, wording)),
    ],
    questions: questions.map((one) => asked(one, grain, wording)),
  };
}
