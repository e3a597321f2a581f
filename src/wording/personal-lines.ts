import type { Ballot } from '#domain/participant/ballot.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
import { domainTitle, joined, orientationDomain, orientationTitle, within } from './titles.ts';
import type { Wording } from './wording.ts';

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
