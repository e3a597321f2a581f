import type { DebateQuestion } from '#scenario/briefing/question.ts';
import { type Grain, spelled } from '../numbers.ts';
import { divided, keeping, refused, unsure, wished } from '../reading/lines.ts';
import { groupLetter } from '../results/opinion-group.ts';
import { among, few, people, peopleOf, percent } from '../share.ts';
import { domainTitle, orientationTitle, quoted, within } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** The figures that a question comes from, in the sentences of the reading; empty where there are none to give. */
export function factsBehind(one: DebateQuestion, grain: Grain, wording: Wording): string {
  const { say, text } = wording;
  switch (one.kind) {
    case 'contested':
    case 'undecided':
      return divided(one.support, one.opposition, grain, wording);
    case 'agreed':
      return wished(one.support, grain, wording);
    case 'set-aside':
      return refused(one.opposition, grain, wording);
    case 'unknown':
      return unsure(one.unsure, grain, wording);
    case 'little-kept':
      return [wished(one.support, grain, wording), keeping(one.kept, grain, wording)].join(' ');
    case 'late': {
      const when = say('card.group.horizon', { horizon: within(text.horizons[one.median], wording) });
      return [wished(one.support, grain, wording), when].join(' ');
    }
    case 'spread':
      return say('briefing.fact.spread', {
        from: within(text.horizons[one.q1], wording),
        to: within(text.horizons[one.q3], wording),
        n: spelled(one.n, wording),
      });
    case 'benefits':
      return benefits(one, grain, wording);
    case 'group-refuses': {
      const shares = { inside: percent(one.inside), outside: percent(one.outside) };
      return say('briefing.fact.group-refuses', { letter: groupLetter(one.group), ...shares });
    }
    case 'tension':
      return say('briefing.fact.tension', { chosen: orientationTitle(wording, one.chosen) });
    case 'synergy':
      return text.crossImpacts[one.from]?.[one.to] ?? '';
    case 'unexamined':
      return one.whole
        ? say('briefing.fact.unexamined-domain')
        : say('briefing.fact.unexamined', { domain: domainTitle(wording, one.domain) });
  }
}

/** Two benefits that are named nearly as often as each other, by the same people. */
function benefits(
  { first, second, named: [one, other] }: Extract<DebateQuestion, { kind: 'benefits' }>,
  grain: Grain,
  wording: Wording,
): string {
  const { say, text } = wording;
  const names = {
    first: quoted(wording, text.criteria[first]),
    second: quoted(wording, text.criteria[second]),
  };
  if (grain === 'exact' && one.n <= few)
    return say('briefing.fact.benefits-few', {
      ...names,
      people: peopleOf(one, 'examined', grain, wording),
      others: spelled(Math.round(other.share * other.n), wording),
    });
  return say('briefing.fact.benefits', {
    ...names,
    firstPeople: people(one, grain, wording),
    secondPeople: people(other, grain, wording),
    among: among(one.n, 'examined', grain, wording),
  });
}
