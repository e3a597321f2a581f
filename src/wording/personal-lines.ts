import type { Ballot } from '#domain/participant/ballot.ts';
import type { ResultKind } from '#domain/results/group-scenario.ts';
import type { Beside, PersonalScenario } from '#domain/results/personal-scenario.ts';
import { criterionCounts, totals } from '#scenario/personal-counts.ts';
import { grainOf } from './numbers.ts';
import { peopleOf } from './share.ts';
import {
  domainTitle,
  joined,
  listed,
  orientationDomain,
  orientationTitle,
  quotedTrajectory,
  within,
} from './titles.ts';
import type { Wording } from './wording.ts';

/** A person's scenario and the group's views beside it, which may be provisional. */
interface Told {
  readonly scenario: PersonalScenario;
  readonly beside: Beside;
  readonly kind: ResultKind;
}

/** Of each, so many are named: the sentences are few and short. */
const named = 3;

/** A person's scenario in a few sentences: how much they keep, what first, for what, where to, and what the group makes of it. */
export function personalSentences({ scenario, beside, kind }: Told, wording: Wording): readonly string[] {
  const { say, text } = wording;
  const kept = scenario.domains.flatMap(({ kept }) => kept);
  const first = kept
    .toSorted((a, b) => wishOf(b.ballot) - wishOf(a.ballot))
    .slice(0, named)
    .map(({ trajectory }) => quotedTrajectory(wording, trajectory));
  const benefits = criterionCounts(scenario)
    .toSorted((a, b) => b.n - a.n)
    .slice(0, named)
    .map(({ id }) => within(text.criteria[id], wording));
  const directions = scenario.domains
    .flatMap(({ orientation }) => orientation ?? [])
    .slice(0, named)
    .map((id) => orientationTitle(wording, id));
  const [shared] = beside.toSorted((a, b) => b.support - a.support);
  const all = (key: string, names: readonly string[]) =>
    names.length === 0 ? [] : [say(`page.sheet.${key}`, { names: listed(wording, names), n: names.length })];
  return [
    say('card.personal.lead', totals(scenario)),
    ...all('first', first),
    ...all('benefits', benefits),
    ...all('directions', directions),
    ...(shared === undefined ? [] : [withTheGroup(shared, kind, wording)]),
  ];
}

const wishOf = ({ stance }: Ballot): number => (typeof stance === 'number' ? stance : 0);

function withTheGroup(
  { trajectory, support, n }: Beside[number],
  kind: ResultKind,
  wording: Wording,
): string {
  return wording.say('page.sheet.beside', {
    title: quotedTrajectory(wording, trajectory),
    people: peopleOf({ share: support, n }, 'voices', grainOf(kind), wording),
  });
}

/** The stance, the horizon and the benefits, in one line. */
export function keptFacts({ stance, horizon, benefits }: Ballot, wording: Wording): string {
  const { say, text } = wording;
  const expected = benefits.map((id) => within(text.criteria[id], wording));
  const facts = [
    text.stances[`${stance}`],
    ...(horizon === undefined || horizon === 'dont-know' ? [] : [within(text.horizons[horizon], wording)]),
    ...(expected.length === 0 ? [] : [say('card.personal.for', { benefits: joined(wording, expected) })]),
  ];
  return `${facts.join(', ')}.`;
}

/** The direction a person leans to in each domain, in words. */
export const directionLines = ({ domains }: PersonalScenario, wording: Wording): readonly string[] =>
  domains.flatMap(({ domain, orientation }) =>
    orientation === undefined
      ? []
      : [
          wording.say('card.personal.direction', {
            domain: domainTitle(wording, domain),
            title: orientationTitle(wording, orientation),
          }),
        ],
  );

/** What helps or hinders what between those directions, with the catalogue's reasons. */
export const linkLines = ({ links }: PersonalScenario, wording: Wording): readonly string[] =>
  links.map(({ from, to, strength }) => {
    const facts = { from: orientationDomain(wording, from), to: orientationDomain(wording, to) };
    const lead = wording.say(strength > 0 ? 'card.personal.helps' : 'card.personal.hinders', facts);
    return [lead, wording.text.crossImpacts[from]?.[to] ?? ''].join(' ').trim();
  });
