import type { Ballot } from '#domain/ballot.ts';
import type { Catalogue, Domain } from '#domain/catalogue.ts';
import type { Participant } from '#domain/participant.ts';
import type { PersonalScenario } from '#domain/personal-scenario.ts';

type PersonalDomain = PersonalScenario['domains'][number];

/** What a person makes of the trajectories they examined; a domain without any is left out. */
export function personalScenario({ ballots }: Participant, catalogue: Catalogue): PersonalScenario {
  const domains = catalogue.domains.map((domain) => compose(domain, ballots));
  return { domains: domains.filter(({ examined }) => examined > 0) };
}

function compose(domain: Domain, ballots: Participant['ballots']): PersonalDomain {
  const examined = domain.trajectories
    .flatMap(({ id }) => {
      const ballot = ballots[id];
      return ballot === undefined || ballot === 'skipped' ? [] : [{ trajectory: id, ballot }];
    })
    .sort((a, b) => wish(b.ballot) - wish(a.ballot));
  const left = examined.filter(({ ballot }) => !ballot.kept);
  const standing = (side: number) =>
    left.filter(({ ballot }) => Math.sign(points(ballot)) === side).map(({ trajectory }) => trajectory);
  return {
    domain: domain.id,
    examined: examined.length,
    kept: examined.filter(({ ballot }) => ballot.kept),
    welcomed: standing(1),
    undecided: standing(0),
    unwelcome: standing(-1),
  };
}

const points = ({ stance }: Ballot) => (stance === 'dont-know' ? 0 : stance);

/** Orders by wish; not knowing comes just after "neither". */
const wish = ({ stance }: Ballot) => (stance === 'dont-know' ? -0.5 : stance);
