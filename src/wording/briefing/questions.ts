import type { DebateQuestion } from '#scenario/briefing/question.ts';
import { groupLetter } from '../opinion-group.ts';
import { percent } from '../share.ts';
import {
  domainTitle,
  listed,
  orientationDomain,
  orientationTitle,
  quoted,
  quotedTrajectory,
  within,
} from '../titles.ts';
import type { Told } from './lines.ts';

/** A question of 25 words at most, and the facts behind it. */
export interface Asked {
  readonly question: string;
  readonly facts: string;
}

/** The question itself, and the figures that it comes from. */
export function asked(one: DebateQuestion, told: Told): Asked {
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
