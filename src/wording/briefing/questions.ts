import type { DebateQuestion } from '#scenario/briefing/question.ts';
import type { Grain } from '../numbers.ts';
import { groupLetter } from '../results/opinion-group.ts';
import {
  domainTitle,
  listed,
  orientationDomain,
  orientationTitle,
  quoted,
  quotedTrajectory,
} from '../titles.ts';
import type { Wording } from '../wording.ts';
import { factsBehind } from './facts-behind.ts';

/** A question of 25 words at most, and the facts behind it. */
export interface Asked {
  readonly question: string;
  readonly facts: string;
}

/** The question itself, and the figures that it comes from. */
export const asked = (one: DebateQuestion, grain: Grain, wording: Wording): Asked => ({
  question: questionOf(one, wording),
  facts: factsBehind(one, grain, wording),
});

function questionOf(one: DebateQuestion, wording: Wording): string {
  const { say } = wording;
  const domain = domainTitle(wording, one.domain);
  switch (one.kind) {
    case 'tension':
      return say('briefing.ask.tension', { domain, favourite: orientationTitle(wording, one.favourite) });
    case 'synergy': {
      const domains = [one.from, one.to].map((id) => quoted(wording, orientationDomain(wording, id)));
      return say('briefing.ask.synergy', { domains: listed(wording, domains) });
    }
    default: {
      if (one.kind === 'unexamined' && one.whole)
        return say('briefing.ask.unexamined-domain', { domain: quoted(wording, domain) });
      const title = quotedTrajectory(wording, one.trajectory);
      const letter = one.kind === 'group-refuses' ? { letter: groupLetter(one.group) } : {};
      return say(`briefing.ask.${one.kind}`, { title, ...letter });
    }
  }
}
