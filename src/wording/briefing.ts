import type { KnownTrajectory } from '#domain/results/group-scenario.ts';
import type { Briefing } from '#scenario/briefing/briefing.ts';
import type { Apart, Unexamined, Unknown } from '#scenario/briefing/facts.ts';
import type { DebateQuestion } from '#scenario/briefing/question.ts';
import type { Grain } from './numbers.ts';
import { groupLetter } from './opinion-group.ts';
import { participants } from './participants.ts';
import { saidOf, type Telling } from './reading/lines.ts';
import { among, people, peopleOf, percent } from './share.ts';
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
  most: number,
  grain: Grain,
  wording: Wording,
): BriefingWords {
  const section = <T>(
    key: string,
    all: readonly T[],
    line: (one: T, grain: Grain, wording: Wording) => string,
  ): Section[] => {
    const left = all.length - most;
    if (all.length === 0) return [];
    return [
      {
        title: wording.say(`briefing.section.${key}`),
        lines: all.slice(0, most).map((one) => line(one, grain, wording)),
        ...(left > 0 ? { others: wording.say('briefing.others', { n: left }) } : {}),
      },
    ];
  };
  return {
    who: participants(scenario, wording.consultation.minGroup, grain, wording),
    sections: [
      ...section('shared', shared, wishedLine),
      ...section('refused', refused, refusedLine),
      ...section('contested', contested, contestedLine),
      ...section('apart', apart, apartLine),
      ...section('unexamined', unexamined, unexaminedLine),
      ...section('unknown', unknown, unknownLine),
    ],
    // A provisional result says no shares of benefits.
    questions: questions
      .filter(({ kind }) => grain === 'exact' || kind !== 'benefits')
      .map((one) => asked(one, grain, wording)),
  };
}

const wishedLine = (one: KnownTrajectory, grain: Grain, wording: Wording): string =>
  lineOf(one, 'together', grain, wording);

const refusedLine = (one: KnownTrajectory, grain: Grain, wording: Wording): string =>
  lineOf(one, 'set-aside', grain, wording);

const contestedLine = (one: KnownTrajectory, grain: Grain, wording: Wording): string =>
  lineOf(one, 'divides', grain, wording);

function lineOf(one: KnownTrajectory, telling: Telling, grain: Grain, wording: Wording): string {
  const title = quotedTrajectory(wording, one.trajectory);
  return wording.say('briefing.line.told', {
    title,
    stance: within(saidOf(one, telling, grain, wording), wording),
  });
}

function apartLine({ trajectory, group, side, inside, outside }: Apart, _: Grain, wording: Wording): string {
  return wording.say(`briefing.line.apart-${side}`, {
    title: quotedTrajectory(wording, trajectory),
    letter: groupLetter(group),
    inside: percent(inside),
    outside: percent(outside),
  });
}

function unexaminedLine({ domain, trajectories, of }: Unexamined, _: Grain, wording: Wording): string {
  const [first = ''] = trajectories;
  return wording.say('briefing.line.unexamined', {
    domain: domainTitle(wording, domain),
    n: trajectories.length,
    of,
    title: quotedTrajectory(wording, first),
  });
}

function unknownLine({ trajectory, asked }: Unknown, grain: Grain, wording: Wording): string {
  const title = quotedTrajectory(wording, trajectory);
  if (asked === undefined) return wording.say('briefing.line.unknown-most', { title });
  return wording.say('briefing.line.unknown', {
    title,
    people: peopleOf({ share: asked.rate, n: asked.examined }, 'examined', grain, wording),
  });
}

/** The question itself, and the figures that it comes from. */
function asked(one: DebateQuestion, grain: Grain, wording: Wording): Asked {
  const facts = factsOf(one, grain, wording);
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

function factsOf(
  one: DebateQuestion,
  grain: Grain,
  wording: Wording,
): Readonly<Record<string, string | number>> {
  const many = (of: { share: number; n: number }) => people(of, grain, wording);
  const voiced = (of: { share: number; n: number }) => peopleOf(of, 'voices', grain, wording);
  const of = (n: number) => among(n, grain, wording);
  const title = 'trajectory' in one ? quotedTrajectory(wording, one.trajectory) : '';
  const domain = domainTitle(wording, one.domain);
  const { text } = wording;
  switch (one.kind) {
    case 'contested':
      return { title, favour: many(one.support), against: many(one.opposition), among: of(one.support.n) };
    case 'group-refuses': {
      const shares = { inside: percent(one.inside), outside: percent(one.outside) };
      return { title, letter: groupLetter(one.group), ...shares };
    }
    case 'tension': {
      const [favourite, chosen] = [one.favourite, one.chosen].map((id) => orientationTitle(wording, id));
      return { domain, favourite: favourite ?? '', chosen: chosen ?? '' };
    }
    case 'little-kept':
      return { title, favour: voiced(one.support), kept: peopleOf(one.kept, 'examined', grain, wording) };
    case 'late':
      return {
        title,
        favour: voiced(one.support),
        horizon: within(text.horizons[one.median], wording),
      };
    case 'spread':
      return {
        title,
        from: within(text.horizons[one.q1], wording),
        to: within(text.horizons[one.q3], wording),
        n: one.n,
      };
    case 'unknown':
      return { title, unsure: peopleOf(one.unsure, 'examined', grain, wording) };
    case 'benefits': {
      const [first, second] = [one.first, one.second].map((id) => quoted(wording, text.criteria[id]));
      const shares = { firstShare: percent(one.named[0].share), secondShare: percent(one.named[1].share) };
      return { title, first: first ?? '', second: second ?? '', ...shares };
    }
    case 'synergy': {
      const domains = [one.from, one.to].map((id) => quoted(wording, orientationDomain(wording, id)));
      return { domains: listed(wording, domains), reason: text.crossImpacts[one.from]?.[one.to] ?? '' };
    }
    case 'unexamined':
      return { title, domain };
    case 'set-aside':
      return { title, against: voiced(one.opposition) };
  }
}
