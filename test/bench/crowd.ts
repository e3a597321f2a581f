import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { criteria, horizons, type Stance } from '#domain/participant/ballot.ts';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import type { Contribution } from '#scenario/analysis/tally/contribution.ts';

/** People of three camps who answer everything; person `i` is the same each time. */
export function crowd({ domains, roles, territories }: Catalogue) {
  const ids = domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
  const lean = draws(1);
  const camps = [0, 1, 2].map(() => ids.map(() => (lean() < 0.5 ? -1 : 1)));
  return (i: number): Contribution => {
    const draw = draws(i + 2);
    const one = <T>(among: readonly T[]) => among[Math.floor(draw() * among.length)] as T;
    const camp = camps[i % camps.length] ?? [];
    const ballots = ids.map((id, j) => {
      const firm = draw() < 0.6;
      const stance = (firm ? 2 * (camp[j] ?? 0) : Math.floor(draw() * 5) - 2) as Stance;
      return [
        id,
        { stance, kept: stance > 0 && draw() < 0.5, horizon: one(horizons), benefits: [one(criteria)] },
      ];
    });
    return {
      castAt: '2026-11-20T10:00:00.000Z',
      roles: [one(roles)],
      territory: one(territories),
      ballots: Object.fromEntries(ballots),
    };
  };
}
