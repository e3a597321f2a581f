import { bandOf } from '#domain/results/band.ts';
import type { Figures } from '#domain/results/group-scenario.ts';
import { agreementA, wilson } from '../agreement.ts';

/**
 * The figures of a provisional result. Shares are tenths, from "at most one in ten" to "at least nine in ten", of counts that are
 * blurred by a person or two; numbers of people are the lower end of a band of five from the smallest group up; there are no dates.
 * Whatever else is told (intervals, agreement, the class, the order) is computed from those alone, so that it tells nothing more.
 *
 * Why blurred: among 15 people a tenth is a person and a half, so that the first result after somebody came, or the final one, told
 * their view; and puppets who know their own views can bring a share to the edge of a tenth beforehand. Rounding by a fixed rule in
 * wider steps leaves an edge to look for; a blur whose every value is possible leaves none.
 */
export function coarseFigures(
  { n, examined, dontKnowRate, support, opposition, kept, benefits }: Figures,
  minGroup: number,
  blur: Blur,
): Figures {
  // Beside how many examined it, how many gave a view would tell who does not know.
  const gave = Math.round(n + blurWidth * blur('n'));
  const people = bandOf(Math.min(examined, Math.max(minGroup, gave)), minGroup);
  const tenth = (figure: string, share: number, of: number) =>
    tenthOf(share + (blurWidth * blur(figure)) / of);
  const [wish, refuse] = fitting(
    tenth('support', support.share, n),
    tenth('opposition', opposition.share, n),
  );
  return {
    n: people,
    examined: bandOf(examined, minGroup),
    dontKnowRate: tenth('dont-know', dontKnowRate, examined),
    support: { share: wish, ...wilson(wish * people, people) },
    opposition: { share: refuse, ...wilson(refuse * people, people) },
    agreement: agreementA(spread(wish, refuse)),
    kept: tenth('kept', kept, examined),
    benefits: {
      'quality-of-life': tenth('quality-of-life', benefits['quality-of-life'], examined),
      environment: tenth('environment', benefits.environment, examined),
      jobs: tenth('jobs', benefits.jobs, examined),
      performance: tenth('performance', benefits.performance, examined),
      resilience: tenth('resilience', benefits.resilience, examined),
      openness: tenth('openness', benefits.openness, examined),
    },
  };
}

/** By how much a figure is off, drawn once for each: any number, mostly between -3 and 3 (the standard logistic distribution). */
export type Blur = (figure: string) => number;

/**
 * In people. The distribution has no end, so that whatever is shown may come of any count; and one person more or less makes no
 * figure more than 2.2 times as likely (e to the 1/1.25). Off by less than three people nine times in ten.
 */
export const blurWidth = 1.25;

/** "Nobody" and "everybody" are never told: they would tell what each person said. */
const tenthOf = (share: number): number => Math.min(9, Math.max(1, Math.round(share * 10))) / 10;

/** Both sides, the lesser made smaller where together they were more than everybody. */
function fitting(wish: number, refuse: number): readonly [wish: number, refuse: number] {
  const beside = (side: number) => (10 - Math.round(side * 10)) / 10;
  return wish >= refuse ? [wish, Math.min(refuse, beside(wish))] : [Math.min(wish, beside(refuse)), refuse];
}

/** Tenths over the five stances, as if each side were divided evenly. */
function spread(wish: number, refuse: number): number[] {
  const neither = Math.max(0, 1 - wish - refuse);
  return [refuse / 2, refuse / 2, neither, wish / 2, wish / 2].map((share) => Math.round(share * 20));
}
