import { bandOf } from '#domain/results/band.ts';
import type { Figures } from '#domain/results/group-scenario.ts';
import { agreementA, wilson } from '../agreement.ts';

/**
 * The figures of a provisional result. Shares are tenths, from "at most one in ten" to "at least nine in ten"; numbers of people are
 * the lower end of a band of five from the smallest group up; there are no dates. Whatever else is told (intervals, agreement, the
 * class, the order) is computed from those alone, so that it tells nothing more.
 */
export function coarseFigures(
  { n, examined, dontKnowRate, support, opposition, kept, benefits }: Figures,
  minGroup: number,
): Figures {
  const people = bandOf(n, minGroup);
  const [wish, refuse] = [tenth(support.share), tenth(opposition.share)];
  return {
    n: people,
    examined: bandOf(examined, minGroup),
    dontKnowRate: Math.round(dontKnowRate * 10) / 10,
    support: { share: wish, ...wilson(wish * people, people) },
    opposition: { share: refuse, ...wilson(refuse * people, people) },
    agreement: agreementA(spread(wish, refuse)),
    kept: tenth(kept),
    benefits: {
      'quality-of-life': tenth(benefits['quality-of-life']),
      environment: tenth(benefits.environment),
      jobs: tenth(benefits.jobs),
      performance: tenth(benefits.performance),
      resilience: tenth(benefits.resilience),
      openness: tenth(benefits.openness),
    },
  };
}

/** "Nobody" and "everybody" are never told: they would tell what each person said. */
const tenth = (share: number): number => Math.min(9, Math.max(1, Math.round(share * 10))) / 10;

/** Tenths over the five stances, as if each side were divided evenly. */
function spread(wish: number, refuse: number): number[] {
  const neither = Math.max(0, 1 - wish - refuse);
  return [refuse / 2, refuse / 2, neither, wish / 2, wish / 2].map((share) => Math.round(share * 20));
}
