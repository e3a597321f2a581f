import type { Catalogue, Domain } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { inUse } from '#domain/consultation/content/in-use.ts';
import { examines } from '#domain/participant/examining.ts';
import { viewsWanted } from '#domain/participant/group-need.ts';
import { sum } from '../analysis/sum.ts';
import { minutesOf } from './minutes.ts';
import { simulatedViews } from './simulated-views.ts';

/** What a consultation is to be. */
export interface Planned {
  /** People, if everyone who is expected comes and goes to the end. */
  readonly expected: number;
  readonly minGroup: number;
  readonly domains: readonly DomainId[];
  /** Absent: all of these domains. */
  readonly trajectories?: readonly string[] | undefined;
  /** Trajectories that each person examines in a domain. */
  readonly examined: number;
}

/** What comes of it. */
export interface Plan {
  readonly trajectories: number;
  /** Trajectories that each person examines. */
  readonly examined: number;
  /** Views a trajectory: the mean, and what nine trajectories in ten have at least. */
  readonly views: { readonly mean: number; readonly low: number };
  /** Trajectories with figures: at least `minGroup` views. */
  readonly withFigures: number;
  readonly minutes: number;
  /** The most trajectories of these domains of which each has twice the smallest group of views; 0: too few people for any. */
  readonly largest: number;
  /** The people that it takes so that each trajectory has so many views. */
  readonly peopleNeeded: number;
}

/**
 * What comes of a consultation if everyone who is expected goes to the end of it: by a made-up crowd whose answers meet the catalogue's own
 * signals. `catalogue`: with the questions that are asked, and all its trajectories.
 */
export function plan(planned: Planned, catalogue: Catalogue): Plan {
  const { expected, minGroup, domains, trajectories, examined } = planned;
  const whole = examining(catalogue, domains, examined);
  const deck = inUse(whole, { trajectories: trajectories && [...trajectories] });
  const views = [...simulatedViews(deck, planned).values()].toSorted((a, b) => a - b);
  const places = sum(deck.domains.map(examines));
  return {
    trajectories: views.length,
    examined: places,
    views: {
      mean: (expected * places) / Math.max(1, views.length),
      low: Math.floor(views[Math.floor(views.length / 10)] ?? 0),
    },
    withFigures: views.filter((n) => n >= minGroup).length,
    minutes: Math.max(1, Math.round(minutesOf(deck))),
    largest: sum(whole.domains.map((domain) => largestIn(domain, planned))),
    peopleNeeded: Math.max(0, ...deck.domains.map((domain) => peopleFor(domain, minGroup))),
  };
}

/** The most trajectories of a domain that so many people can see enough of; 0: they are too few for any. */
export function largestIn(
  { trajectories }: Domain,
  { expected, minGroup, examined }: Pick<Planned, 'expected' | 'minGroup' | 'examined'>,
): number {
  const wanted = viewsWanted(minGroup);
  if (expected < wanted) return 0;
  // Of no more than there are places, everyone sees all.
  return Math.min(trajectories.length, Math.max(examined, Math.floor((expected * examined) / wanted)));
}

const peopleFor = (domain: Domain, minGroup: number): number =>
  Math.ceil((viewsWanted(minGroup) * domain.trajectories.length) / Math.max(1, examines(domain)));

const examining = (catalogue: Catalogue, domains: readonly DomainId[], examined: number): Catalogue => ({
  ...catalogue,
  domains: catalogue.domains
    .filter(({ id }) => domains.includes(id))
    .map((domain) => ({ ...domain, examines: examined })),
});
