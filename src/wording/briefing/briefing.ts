import type { ResultKind } from '#domain/results/group-scenario.ts';
import type { Briefing } from '#scenario/briefing/briefing.ts';
import { figureWords, tookPart } from '../figure-words.ts';
import type { Wording } from '../wording.ts';
import {
  apartLine,
  contestedLine,
  refusedLine,
  type Told,
  unexaminedLine,
  unknownLine,
  wishedLine,
} from './lines.ts';
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
  { most, kind }: { readonly most: number; readonly kind: ResultKind },
  wording: Wording,
): BriefingWords {
  const figures = figureWords(kind, wording);
  const section = <T>(key: string, all: readonly T[], line: (one: T, told: Told) => string): Section[] => {
    const left = all.length - most;
    if (all.length === 0) return [];
    return [
      {
        title: wording.say(`briefing.section.${key}`),
        lines: all.slice(0, most).map((one) => line(one, { wording, figures })),
        ...(left > 0 ? { others: wording.say('briefing.others', { n: left }) } : {}),
      },
    ];
  };
  return {
    who: tookPart(kind, scenario, wording),
    sections: [
      ...section('shared', shared, wishedLine),
      ...section('refused', refused, refusedLine),
      ...section('contested', contested, contestedLine),
      ...section('apart', apart, apartLine),
      ...section('unexamined', unexamined, unexaminedLine),
      ...section('unknown', unknown, unknownLine),
    ],
    questions: questions.map((one) => asked(one, { wording, figures })),
  };
}
