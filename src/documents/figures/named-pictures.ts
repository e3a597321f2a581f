import { grainOf } from '#wording/numbers.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import { expectedBenefits } from './benefits.ts';
import type { Charted } from './charted.ts';
import { broughtTogether, stances } from './stances.ts';
import { synergyNetwork } from './synergies.ts';
import { expectedWhen } from './timeline.ts';
import { waysOfSeeing } from './ways-of-seeing.ts';

/** A picture of a result with its title, and what it is called in addresses: letters and hyphens. */
export interface NamedPicture {
  readonly name: string;
  readonly title: string;
  readonly charted: Charted;
}

/** As many as the page says in a line each. */
const mostTogether = 5;

/** Every picture there is of a result, in the order of its page. */
export function namedPictures({
  wording,
  kind,
  scenario,
  vision,
}: Pick<Result, 'wording' | 'kind' | 'scenario' | 'vision'>): readonly NamedPicture[] {
  const { say } = wording;
  const grain = grainOf(kind);
  const named = (name: string, title: string, charted: Charted | undefined) =>
    charted === undefined ? [] : [{ name, title, charted }];
  return [
    ...named(
      'rassemble',
      say('reading.part.together'),
      broughtTogether(scenario, mostTogether, grain, wording),
    ),
    ...named('facons-de-voir', say('results.map'), waysOfSeeing(scenario, wording)),
    ...(vision.state === 'composed'
      ? named('liens', say('results.network'), synergyNetwork(vision.vision, wording))
      : []),
    ...scenario.domains.flatMap((domain) =>
      named(
        domainPicture(domain.domain),
        domainTitle(wording, domain.domain),
        stances(domain, 'screen', grain, wording),
      ),
    ),
    ...named('benefices', say('results.profile'), expectedBenefits(scenario, grain, wording)),
    ...named('dates', say('results.timeline'), expectedWhen(scenario, wording)),
  ];
}

/** What the picture of a domain is called. */
export const domainPicture = (domain: string): string => `domaine-${domain}`;
