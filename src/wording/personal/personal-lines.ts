import type { Ballot } from '#domain/participant/ballot.ts';
import type { ResultKind } from '#domain/results/group-scenario.ts';
import type { Beside, PersonalScenario } from '#domain/results/personal-scenario.ts';
import { criterionCounts, totals } from '#scenario/personal-counts.ts';
import { grainOf, spelled } from '../numbers.ts';
import { peopleOf } from '../share.ts';
import {
  domainTitle,
  joined,
  listed,
  orientationDomain,
  orientationTitle,
  quotedTrajectory,
  trajectoryTitle,
  within,
} from '../titles.ts';
import type { Wording } from '../wording.ts';

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
    .map(({ trajectory }) => quotedTrajectory(wording, trajectory));
  const benefits = criterionCounts(scenario)
    .toSorted((a, b) => b.n - a.n)
    .map(({ id }) => within(text.criteria[id], wording));
  const directions = scenario.domains
    .flatMap(({ orientation }) => orientation ?? [])
    .map((id) => orientationTitle(wording, id));
  const [shared] = beside.toSorted((a, b) => b.support - a.support);
  const clearest = (key: string, names: readonly string[], gender: 'feminine' | 'masculine' = 'feminine') =>
    names.length === 0
      ? []
      : [say(`page.sheet.${key}`, { names: clearestOf(names, gender, wording), n: names.length })];
  return [
    say('card.personal.lead', totals(scenario)),
    ...clearest('first', first),
    ...clearest('benefits', benefits, 'masculine'),
    ...clearest('directions', directions),
    ...(shared === undefined ? [] : [withTheGroup(shared, kind, wording)]),
  ];
}

/** The first few by name, and how many more there are. */
function clearestOf(names: readonly string[], gender: 'feminine' | 'masculine', wording: Wording): string {
  const left = names.length - named;
  if (left <= 0) return listed(wording, names);
  const others = wording.say(`page.sheet.others.${gender}`, { n: left, said: spelled(left, wording) });
  return listed(wording, [...names.slice(0, named), others]);
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

/** What a person keeps and when it would come, a sentence a domain: what the picture of it shows, in words. */
export const personalPlanLines = (
  { domains }: Pick<PersonalScenario, 'domains'>,
  wording: Wording,
): readonly string[] =>
  domains
    .filter(({ kept }) => kept.length > 0)
    .map(({ domain, kept }) => {
      const titles = kept.map(({ trajectory, ballot }) => {
        const { horizon } = ballot;
        const when =
          horizon === undefined || horizon === 'dont-know'
            ? wording.say('card.personal.undated')
            : wording.text.horizons[horizon];
        return `${trajectoryTitle(wording, trajectory)} (${within(when, wording)})`;
      });
      return wording.say('card.personal.planned', {
        domain: domainTitle(wording, domain),
        titles: joined(wording, titles),
      });
    });

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
