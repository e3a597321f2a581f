import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { type Ballot, criteria, horizons, type Stance } from '#domain/participant/ballot.ts';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import type { Contribution } from '#scenario/analysis/tally/contribution.ts';

/** What people have in common on a trajectory, each from 0 to 1, and where its camps part. */
interface Leaning {
  readonly wish: number;
  readonly splits: boolean;
  readonly unknown: number;
  readonly horizon: number;
  readonly seen: number;
}

/** What each says, as statistics know it and as a record holds it. */
type Townsperson = Contribution & { readonly ballots: Readonly<Record<string, Ballot>> };

/** People who pick domains and trajectories, do not know now and then, and are of one of two camps. */
export function townspeople({ domains, roles, territories }: Catalogue): (i: number) => Townsperson {
  const chance = draws(11);
  const leanings = new Map<string, Leaning>(
    domains.flatMap(({ trajectories }) =>
      trajectories.map(({ id }, at): [string, Leaning] => [
        id,
        {
          wish: 0.15 + 0.8 * chance(),
          splits: chance() < 0.3,
          unknown: chance() ** 3 * 0.7,
          horizon: chance() * 3.4,
          seen: at > 8 ? 0.05 : 0.55 + 0.45 * chance(),
        },
      ]),
    ),
  );
  return (i) => {
    const draw = draws(1000 + i);
    const one = <T>(among: readonly T[], tilt = 1) => among[Math.floor(draw() ** tilt * among.length)] as T;
    const camp = i % 5 < 3 ? 1 : -1;
    const ballots = domains
      .filter((_, at) => draw() < 0.9 - 0.1 * at)
      .flatMap(({ trajectories }) =>
        trajectories.flatMap(({ id, criteria: argued }): [string, Ballot][] => {
          const leaning = leanings.get(id);
          if (leaning === undefined || draw() > leaning.seen) return [];
          return [[id, ballotOf(leaning, camp, argued, draw, one)]];
        }),
      );
    return {
      castAt: '2026-11-20T10:00:00.000Z',
      roles: draw() < 0.5 ? ['resident'] : [one(roles, 1.5)],
      territory: one(territories, 2),
      ballots: Object.fromEntries(ballots),
    };
  };
}

function ballotOf(
  { wish, splits, unknown, horizon }: Leaning,
  camp: number,
  argued: readonly (typeof criteria)[number][],
  draw: () => number,
  one: <T>(among: readonly T[]) => T,
): Ballot {
  const stance: Ballot['stance'] =
    draw() < unknown ? 'dont-know' : stanceOf(splits ? 0.5 + 0.3 * camp : wish, draw());
  const benefit = draw() < 0.75 ? one(argued) : one(criteria);
  const when = Math.max(0, Math.min(4, Math.round(horizon + 2 * (draw() - 0.5))));
  return {
    stance,
    kept: typeof stance === 'number' && stance > 0 && draw() < (stance === 2 ? 0.6 : 0.2),
    ...(draw() < 0.8 ? { horizon: horizons[when] ?? 'never' } : {}),
    benefits: draw() < 0.8 ? [benefit] : [],
  };
}

/** The stance of a person, by how wished for it is, 0..1, and where they stand, 0..1. */
function stanceOf(wish: number, place: number): Stance {
  const scale = [-2, -1, 0, 1, 2] as const;
  const at = Math.floor(wish * 5 + (place - 0.5) * 3.4);
  return scale[Math.max(0, Math.min(4, at))] ?? 0;
}
