import type { KnownTrajectory, ResultKind } from '#domain/results/group-scenario.ts';
import type { Briefing } from '#scenario/briefing/briefing.ts';
import type { Apart, Unexamined, Unknown } from '#scenario/briefing/facts.ts';
import type { DebateQuestion } from '#scenario/briefing/question.ts';
import { type FigureWords, figureWords, tookPart } from './figure-words.ts';
import { groupLetter } from './opinion-group.ts';
import { percent } from './share.ts';
import {
  domainTitle,
  listed,
  orientationDomain,
  orientationTitle,
  quoted,
  quotedTrajectory,
  within,
} from './titles.ts';
import type { Wording } from './wording.ts';

/** A list with its title, and how many more there are than it says. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly others?: string;
}

/** A question of 25 words at most, and the facts behind it. */
interface Asked {
  readonly question: string;
  readonly facts: string;
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

/** How it is told: in which words, and how figures are said. */
interface Told {
  readonly wording: Wording;
  readonly figures: FigureWords;
}

/** « Titre » : souhaitable pour environ 8 personnes sur 10 (34 avis). */
export function wishedLine(
  { trajectory, figures: { support, n } }: KnownTrajectory,
  { wording, figures }: Told,
): string {
  return wording.say('briefing.line.shared', {
    title: quotedTrajectory(wording, trajectory),
    people: figures.people(support.share, n),
    views: figures.views(n),
  });
}

export function refusedLine(
  { trajectory, figures: { opposition, n } }: KnownTrajectory,
  { wording, figures }: Told,
): string {
  return wording.say('briefing.line.refused', {
    title: quotedTrajectory(wording, trajectory),
    people: figures.people(opposition.share, n),
    views: figures.views(n),
  });
}

export function contestedLine(one: KnownTrajectory, { wording, figures }: Told): string {
  const { support, opposition, n } = one.figures;
  return wording.say('briefing.line.contested', {
    title: quotedTrajectory(wording, one.trajectory),
    favour: figures.people(support.share, n),
    against: figures.people(opposition.share, n),
    views: figures.views(n),
  });
}

function apartLine({ trajectory, group, side, inside, outside }: Apart, { wording }: Told): string {
  return wording.say(`briefing.line.apart-${side}`, {
    title: quotedTrajectory(wording, trajectory),
    letter: groupLetter(group),
    inside: percent(inside),
    outside: percent(outside),
  });
}

function unexaminedLine({ domain, trajectories, of }: Unexamined, { wording }: Told): string {
  const [first = ''] = trajectories;
  return wording.say('briefing.line.unexamined', {
    domain: domainTitle(wording, domain),
    n: trajectories.length,
    of,
    title: quotedTrajectory(wording, first),
  });
}

function unknownLine({ trajectory, asked }: Unknown, { wording, figures }: Told): string {
  const title = quotedTrajectory(wording, trajectory);
  if (asked === undefined) return wording.say('briefing.line.unknown-most', { title });
  return wording.say('briefing.line.unknown', {
    title,
    people: figures.people(asked.rate, asked.examined),
    examined: figures.examined(asked.examined),
  });
}

/** The question itself, and the figures that it comes from. */
function asked(one: DebateQuestion, told: Told): Asked {
  const facts = factsOf(one, told);
  const { wording } = told;
  const { say } = wording;
  if (one.kind === 'unexamined' && one.whole)
    return {
      question: say('briefing.ask.unexamined-domain', {
        domain: quoted(wording, domainTitle(wording, one.domain)),
      }),
      facts: say('briefing.fact.unexamined-domain', facts),
    };
  return { question: say(`briefing.ask.${one.kind}`, facts), facts: say(`briefing.fact.${one.kind}`, facts) };
}

function factsOf(one: DebateQuestion, { wording, figures }: Told): Readonly<Record<string, string | number>> {
  const many = ({ share, n }: { share: number; n: number }) => figures.people(share, n);
  const title = 'trajectory' in one ? quotedTrajectory(wording, one.trajectory) : '';
  const domain = domainTitle(wording, one.domain);
  const { text } = wording;
  switch (one.kind) {
    case 'contested':
      return {
        title,
        favour: many(one.support),
        against: many(one.opposition),
        views: figures.views(one.support.n),
      };
    case 'group-refuses': {
      const shares = { inside: percent(one.inside), outside: percent(one.outside) };
      return { title, letter: groupLetter(one.group), ...shares };
    }
    case 'tension': {
      const [favourite, chosen] = [one.favourite, one.chosen].map((id) => orientationTitle(wording, id));
      return { domain, favourite: favourite ?? '', chosen: chosen ?? '' };
    }
    case 'little-kept':
      return { title, favour: many(one.support), kept: many(one.kept), views: figures.views(one.support.n) };
    case 'late':
      return {
        title,
        favour: many(one.support),
        horizon: within(text.horizons[one.median], wording),
        views: figures.views(one.support.n),
      };
    case 'spread':
      return {
        title,
        from: within(text.horizons[one.q1], wording),
        to: within(text.horizons[one.q3], wording),
        n: one.n,
      };
    case 'unknown':
      return { title, unsure: many(one.unsure), examined: figures.examined(one.unsure.n) };
    case 'benefits': {
      const [first, second] = [one.first, one.second].map((id) => quoted(wording, text.criteria[id]));
      const [firstShare, secondShare] = one.named.map(({ share }) => figures.ofExamined(share));
      const shares = { firstShare: firstShare ?? '', secondShare: secondShare ?? '' };
      return { title, first: first ?? '', second: second ?? '', ...shares };
    }
    case 'synergy': {
      const domains = [one.from, one.to].map((id) => quoted(wording, orientationDomain(wording, id)));
      return { domains: listed(wording, domains), reason: text.crossImpacts[one.from]?.[one.to] ?? '' };
    }
    case 'agreed':
      return { title, favour: many(one.support), views: figures.views(one.support.n) };
    case 'undecided':
      return {
        title,
        favour: many(one.support),
        against: many(one.opposition),
        views: figures.views(one.support.n),
      };
    case 'unexamined':
      return { title, domain };
    case 'set-aside':
      return { title, against: many(one.opposition), views: figures.views(one.opposition.n) };
  }
}
