import type { Opinion } from '#domain/results/group-scenario.ts';
import { rounded } from '../table.ts';
import type { OpinionForm } from './opinion-form.ts';

type Typical = Opinion['groups'][number]['typical'];

/** How opinions part people, as data; nothing before it is worked out. */
export function opinionData(opinion: Opinion | undefined): OpinionForm {
  if (opinion === undefined) return {};
  const { shape, groups, spread, placed } = opinion;
  return {
    ...(shape && { opinionShape: shape }),
    opinionGroups: groups.map(({ n, typical }) => ({ count: n, typical: shares(typical) })),
    ...(spread && {
      opinionSpread: {
        count: placed,
        low: shares(spread.low),
        high: shares(spread.high),
        bins: spread.bins.map(({ from, to, n }) => ({ from, to, count: n })),
      },
    }),
  };
}

const shares = (typical: Typical) =>
  typical.map(({ trajectory, side, inside, outside }) => ({
    trajectory,
    side,
    inside: rounded(inside),
    outside: rounded(outside),
  }));
