import type { Catalogue, Domain } from '#domain/catalogue/catalogue.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { figuresIn } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { Beside, PersonalScenario } from '#domain/results/personal-scenario.ts';
import { impactsAmong } from './analysis/cross-impacts/impact-matrix.ts';

type PersonalDomain = PersonalScenario['domains'][number];

/** What a person makes of the trajectories they examined; a domain without any is left out. */
export function personalScenario({ ballots }: Participant, catalogue: Catalogue): PersonalScenario {
  const domains = catalogue.domains
    .map((domain) => compose(domain, ballots))
    .filter(({ examined }) => examined > 0);
  const chosen = domains.flatMap(({ orientation }) => orientation ?? []);
  const links = impactsAmong(chosen, catalogue).filter(({ strength }) => Math.abs(strength) >= 2);
  return { domains, links: links.toSorted((a, b) => Math.abs(b.strength) - Math.abs(a.strength)) };
}

/** What may be said of the group on what a person keeps; nothing until a result is released. */
export function besideGroup({ domains }: PersonalScenario, group: GroupView): Beside {
  if (group.state === 'waiting') return [];
  const found = figuresIn(group.scenario);
  return domains.flatMap(({ kept }) =>
    kept.flatMap(({ trajectory }) => {
      const figures = found.get(trajectory);
      return figures ? [{ trajectory, n: figures.n, support: figures.support.share }] : [];
    }),
  );
}

function compose(domain: Domain, ballots: Participant['ballots']): PersonalDomain {
  const examined = domain.trajectories
    .flatMap(({ id, orientation }) => {
      const ballot = givenBallot(ballots, id);
      return ballot === undefined ? [] : [{ trajectory: id, ballot, orientation }];
    })
    .sort((a, b) => wish(b.ballot) - wish(a.ballot));
  const left = examined.filter(({ ballot }) => !ballot.kept);
  const onSide = (side: number) =>
    left.filter(({ ballot }) => Math.sign(points(ballot)) === side).map(({ trajectory }) => trajectory);
  const orientation = heaviest(domain, examined);
  return {
    domain: domain.id,
    examined: examined.length,
    ...(orientation !== undefined && { orientation }),
    kept: examined
      .filter(({ ballot }) => ballot.kept)
      .map(({ trajectory, ballot }) => ({ trajectory, ballot })),
    welcomed: onSide(1),
    undecided: onSide(0),
    unwelcome: onSide(-1),
  };
}

/** The orientation whose trajectories a person wishes for most, kept ones counting double; none when two are level. */
function heaviest(
  { orientations }: Domain,
  examined: readonly { readonly ballot: Ballot; readonly orientation: string }[],
): string | undefined {
  const weights = orientations.map((id) =>
    examined
      .filter(({ orientation }) => orientation === id)
      .reduce((sum, { ballot }) => sum + Math.max(0, points(ballot)) * (ballot.kept ? 2 : 1), 0),
  );
  const most = Math.max(0, ...weights);
  const best = orientations.filter((_, i) => weights[i] === most);
  return most > 0 && best.length === 1 ? best[0] : undefined;
}

const points = ({ stance }: Ballot) => (stance === 'dont-know' ? 0 : stance);

/** Orders by wish; not knowing comes just after "neither". */
const wish = ({ stance }: Ballot) => (stance === 'dont-know' ? -0.5 : stance);
