import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { criteria, horizons } from '../participant/ballot.ts';
import { PartOf, Parts } from './part-of.ts';

const Share = z.strictObject({
  /** 0..1, of the people who gave a stance. */
  share: z.number(),
  /** Wilson 95 % interval. */
  low: z.number(),
  high: z.number(),
});

/** In the order in which they are read. */
export const trajectoryClasses = ['common-ground', 'contested', 'set-aside', 'open'] as const;

/** What the group made of one trajectory. Absent `figures`: under the smallest group that may be shown. */
export const GroupTrajectory = z.strictObject({
  trajectory: z.string(),
  class: z.enum(trajectoryClasses),
  /** Why it is open. */
  reason: z.enum(['too-few', 'mostly-dont-know', 'lukewarm', 'divided']).optional(),
  figures: z
    .strictObject({
      /** People who gave a stance. */
      n: z.int(),
      /** People who examined it: n and those who don't know. */
      examined: z.int(),
      dontKnowRate: z.number(),
      support: Share,
      opposition: Share,
      /** Van der Eijk's A, -1..1. */
      agreement: z.number(),
      /** Share of the people who examined it and keep it, 0..1. */
      kept: z.number(),
      /** Over the dated answers (from "already here" to "never"); absent when fewer than the smallest group dated it. */
      horizon: z
        .strictObject({ n: z.int(), q1: z.enum(horizons), median: z.enum(horizons), q3: z.enum(horizons) })
        .optional(),
      /** Share of those who examined it and named the criterion, 0..1. */
      benefits: z.record(z.enum(criteria), z.number()),
    })
    .optional(),
});
export type GroupTrajectory = z.infer<typeof GroupTrajectory>;

/** What is typical of some people, the most telling first: shares, 0..1, of them and of the others on that side. */
const Typical = z.array(
  z.strictObject({
    trajectory: z.string(),
    side: z.enum(['for', 'against']),
    inside: z.number(),
    outside: z.number(),
  }),
);

/** Opinion that is spread out without camps: what is typical of the third of people at each end, and where everyone stands. */
const OpinionSpread = z.strictObject({
  low: Typical.describe(
    'What is typical of the third of people at the low end of the axis, the most telling first.',
  ),
  high: Typical.describe('What is typical of the third at its high end.'),
  /** No one of them holds fewer people than the smallest group, unless none. */
  bins: z
    .array(z.strictObject({ from: z.number(), to: z.number(), n: z.int() }))
    .describe(
      'How many stand where, from the low end on, in standard deviations from the middle; the outer ones take in everybody beyond.',
    ),
});
export type OpinionSpread = z.infer<typeof OpinionSpread>;

/** Groups of people who answer alike, or how opinion is spread out; never who is where. */
export const Opinion = z.strictObject({
  /** People who answered enough to be placed; 0: nothing can be said. */
  placed: z.int(),
  shape: z
    .enum(['clusters', 'spread', 'unclear'])
    .optional()
    .describe('In groups, along one axis without camps, or neither; absent in results of before.'),
  /** People who said the same of everything, who are placed nowhere; absent when fewer than the smallest group. */
  setAside: z.int().optional(),
  spread: OpinionSpread.optional().describe(
    'Where opinion is spread out: the ends of its axis, and how many stand where.',
  ),
  /** From the largest on; none: no clear groups. */
  groups: z.array(
    z.strictObject({
      n: z.int(),
      /** What sets it apart. */
      typical: Typical,
      /** Trajectories that at most half of it wish for, of the smallest group or more who gave a stance. */
      unconvinced: z.array(z.string()),
      /** Its place on the map of opinions, x and y, and its variances in x, in y, and of both. */
      middle: z.tuple([z.number(), z.number()]),
      spread: z.tuple([z.number(), z.number(), z.number()]),
    }),
  ),
});
export type Opinion = z.infer<typeof Opinion>;

/** What a second round moved, from pairs: everybody in it took a stance before and after they saw the first result. */
export const Shift = z.strictObject({
  first: z
    .strictObject({ at: z.iso.datetime(), kind: z.enum(['provisional', 'final']) })
    .describe('When the result of the first round was made, and whether it was exact.'),
  people: z
    .strictObject({ n: z.int(), moved: z.int().optional() })
    .describe(
      'People who looked at something again; and how many of them changed something, unless a count is under the smallest group.',
    ),
  trajectories: z
    .array(
      z.strictObject({
        trajectory: z.string(),
        n: z.int().describe('People who took a stance in both rounds.'),
        towards: z
          .strictObject({ for: z.int(), against: z.int(), same: z.int() })
          .optional()
          .describe(
            'How many moved towards it, away from it, or kept their stance; absent: a count would be under the smallest group.',
          ),
        mean: z
          .strictObject({ value: z.number(), low: z.number(), high: z.number() })
          .optional()
          .describe(
            'The mean shift in points of the scale, -4 to 4, with its 95 % interval; absent as `towards` is.',
          ),
        before: z
          .strictObject({ n: z.int().optional(), support: z.number(), opposition: z.number() })
          .optional()
          .describe(
            'Of the first result: people who gave a stance, unless it was provisional, and shares of them; absent where it had no figures.',
          ),
      }),
    )
    .describe('In the order of the result; those alone that at least the smallest group looked at again.'),
});
export type Shift = z.infer<typeof Shift>;

/** What a group makes of the trajectories: plain data, no wording. */
export const GroupScenario = z.strictObject({
  /** People with at least one ballot. */
  n: z.int(),
  /** Absent until it has been computed. */
  opinion: Opinion.optional(),
  /**
   * People by role, several a person, and by kind of place, which some do not say; and how many answered on paper, where somebody did:
   * they are among `n` unless the consultation counts them apart.
   */
  who: z.strictObject({ roles: Parts, territories: Parts, paper: PartOf.optional() }),
  domains: z.array(
    z.strictObject({
      domain: DomainId,
      /** People with at least one ballot in the domain; `null` under the smallest group. */
      n: z.int().nullable(),
      /** In order: low end of support, then agreement, then n. */
      trajectories: z.array(GroupTrajectory),
    }),
  ),
  /** What a second round moved; absent: there was none, too few took part, or people still answer. */
  shift: Shift.optional(),
});
export type GroupScenario = z.infer<typeof GroupScenario>;

/** A group's result as it was made at one time. */
export const ResultState = z.strictObject({ at: z.iso.datetime(), scenario: GroupScenario });
export type ResultState = z.infer<typeof ResultState>;

/** Whether people still answered as a result was made: its figures are then coarse; else they are exact. */
export const ResultKind = z.enum(['provisional', 'final']);
export type ResultKind = z.infer<typeof ResultKind>;

/** A trajectory that figures may be shown of. */
export type KnownTrajectory = GroupTrajectory & { readonly figures: Figures };
export type Figures = NonNullable<GroupTrajectory['figures']>;

export const isKnown = (one: GroupTrajectory): one is KnownTrajectory => one.figures !== undefined;

/** Every trajectory that figures may be shown of, domain by domain. */
export const knownIn = ({ domains }: GroupScenario): readonly KnownTrajectory[] =>
  domains.flatMap(({ trajectories }) => trajectories.filter(isKnown));

/** The figures of a result, by trajectory. */
export const figuresIn = (scenario: GroupScenario): ReadonlyMap<string, Figures> =>
  new Map(knownIn(scenario).map(({ trajectory, figures }) => [trajectory, figures]));
