import {
  type Figures,
  figuresIn,
  type GroupScenario,
  type GroupTrajectory,
  knownIn,
} from '#domain/results/group-scenario.ts';
import { type Interval, wilson } from './analysis/agreement.ts';

/** Two results beside each other: on what both have figures, then what only one of them has. Plain data, no wording. */
export type Comparison = Both<'consultations', Apart> | Both<'moments', unknown>;

/** `moments`: the same people may be in both; intervals hold for independent groups only, so nothing is called certain. */
interface Both<Kind extends string, More> {
  readonly kind: Kind;
  /** People with at least one ballot, in each. */
  readonly n: { readonly before: number; readonly after: number };
  /** In the order of the later result. */
  readonly trajectories: readonly (Compared & More)[];
  /** Trajectories with figures in one result alone. */
  readonly only: { readonly before: readonly string[]; readonly after: readonly string[] };
}

interface Compared {
  readonly trajectory: string;
  readonly before: Figures;
  readonly after: Figures;
  /** Support after less support before, -1..1, with the 95 % interval for independent groups. */
  readonly difference: Interval & { readonly value: number };
  /** Absent: it stayed in its class. */
  readonly moved?: { readonly before: GroupTrajectory['class']; readonly after: GroupTrajectory['class'] };
}

interface Apart {
  /** The interval excludes 0. Of twenty trajectories on which two groups think alike, some one will be so by chance. */
  readonly apart: boolean;
}

/**
 * Two results on the same trajectories: of two consultations, or two snapshots of one. Consultations are taken to be of
 * different people.
 */
export function compared(before: GroupScenario, after: GroupScenario, kind: Comparison['kind']): Comparison {
  const [first, second] = [figuresIn(before), figuresIn(after)];
  const n = { before: before.n, after: after.n };
  const only = {
    before: [...first.keys()].filter((id) => !second.has(id)),
    after: [...second.keys()].filter((id) => !first.has(id)),
  };
  const trajectories = pairs(before, after);
  if (kind === 'moments') return { kind, n, trajectories, only };
  const apart = ({ low, high }: Interval) => low > 0 || high < 0;
  return {
    kind,
    n,
    trajectories: trajectories.map((one) => ({ ...one, apart: apart(one.difference) })),
    only,
  };
}

/**
 * The difference of two independent proportions, second less first, with its interval: method 10 of Newcombe (Statistics in
 * Medicine 17, 1998, pp. 873-890), from the Wilson interval of each, without continuity correction.
 */
export function differenceOf(first: Proportion, second: Proportion): Interval & { readonly value: number } {
  const [p, q] = [first.successes / first.n, second.successes / second.n];
  const [one, two] = [wilson(first.successes, first.n), wilson(second.successes, second.n)];
  const value = q - p;
  return {
    value,
    low: value - Math.hypot(q - two.low, one.high - p),
    high: value + Math.hypot(two.high - q, p - one.low),
  };
}

interface Proportion {
  readonly successes: number;
  /** Above 0. */
  readonly n: number;
}

function pairs(before: GroupScenario, after: GroupScenario): readonly Compared[] {
  const earlier = new Map(knownIn(before).map((one) => [one.trajectory, one]));
  return knownIn(after).flatMap((one) => {
    const other = earlier.get(one.trajectory);
    if (other === undefined) return [];
    return {
      trajectory: one.trajectory,
      before: other.figures,
      after: one.figures,
      difference: differenceOf(supportOf(other.figures), supportOf(one.figures)),
      ...(other.class !== one.class && { moved: { before: other.class, after: one.class } }),
    };
  });
}

/** Who wishes for it, of those who gave a stance. */
export const supportOf = ({ support, n }: Figures): Proportion => ({
  successes: Math.round(support.share * n),
  n,
});
