import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { Answer } from '../participant/answer.ts';
import { Ballot, Stance } from '../participant/ballot.ts';
import { proposalFaults } from '../proposal/judge-proposal.ts';
import { proposalTexts } from '../proposal/proposal.ts';
import { ResultKind } from '../results/group-scenario.ts';

const Position = z.strictObject({ index: z.int().min(1), total: z.int().min(1) });

const ProfileAsked = z.strictObject({
  label: z.literal('profile'),
  roles: z.array(z.string()).optional(),
  territory: z.string().optional(),
});
const ConsentAsked = z.strictObject({
  label: z.literal('consent'),
  /** What tells this showing of the information from those before the person became new. */
  shown: z.string().optional(),
});
const QuestionAsked = z.strictObject({
  label: z.literal('question'),
  question: z.string(),
  domain: DomainId,
  position: Position,
  /** Minutes to the end of the domain; absent in replies of before. */
  left: z.int().min(1).optional(),
  /** What the person answered before: the form comes filled in. */
  given: Answer.optional(),
  /** Its wording has changed since: the answer is to be confirmed. */
  changed: z.literal(true).optional(),
});
/** What brought a trajectory: an answer (the options or the point, 1..5, that speak for it), roles, a territory, the group, or their own choice. */
const Because = z.union([
  z.strictObject({
    question: z.string(),
    options: z.array(z.string()).optional(),
    point: z.int().optional(),
  }),
  z.strictObject({ roles: z.array(z.string()) }),
  z.strictObject({ territory: z.string() }),
  z.strictObject({ chosen: z.enum(['little-examined', 'asked']) }),
]);
const TrajectoryShown = z.strictObject({
  label: z.literal('trajectory'),
  trajectory: z.string(),
  domain: DomainId,
  position: Position,
  left: z.int().min(1).optional(),
  because: Because.optional(),
  given: Ballot.optional(),
  /** Only what more there is to say of it, once a stance is given. */
  details: z.literal(true).optional(),
  changed: z.literal(true).optional(),
});
const SecondLookShown = z.strictObject({
  label: z.literal('second-look'),
  trajectory: z.string(),
  domain: DomainId,
  /** The view they hold. */
  given: z.union([Stance, z.literal('dont-know')]),
  /** What the first result says of it: of n people who gave a stance, shares 0..1. */
  group: z.strictObject({
    kind: ResultKind,
    n: z.int(),
    support: z.number(),
    opposition: z.number(),
  }),
  /** How many come after it. */
  left: z.int().min(0),
  /** They wish to change it: the answers are asked. */
  change: z.literal(true).optional(),
  /** What they began to write of their reason. */
  why: z.string().optional(),
  shared: z.literal(true).optional(),
});
const TitlesShown = z.strictObject({
  label: z.literal('menu'),
  of: z.literal('titles'),
  domain: DomainId,
  /** All of the domain's, in its order; `listed`: the person has examined it, or is about to. */
  trajectories: z.array(z.strictObject({ trajectory: z.string(), listed: z.boolean() })),
});

const MenuShown = z.strictObject({
  label: z.literal('menu'),
  of: z.literal('progress'),
  domains: z.array(z.strictObject({ domain: DomainId, done: z.int().min(0), total: z.int().min(1) })),
  /** The domain proposed as the way forward; absent once all are done. */
  next: DomainId.optional(),
  /** A second round is open, and they have views to look at again. */
  round: z.literal(true).optional(),
  facilitator: z.boolean(),
});

/** A trajectory of their own to write; `given`: as sent, with what is wrong with it. */
const ProposalAsked = z.strictObject({
  label: z.literal('proposal'),
  domain: DomainId,
  given: z.partialRecord(z.enum(proposalTexts), z.string()).optional(),
  problems: z
    .array(z.strictObject({ field: z.enum(proposalTexts), code: z.enum(proposalFaults), n: z.int().min(0) }))
    .optional(),
});

/** Each reply that waits for one. */
export const prompts = [
  ConsentAsked,
  ProfileAsked,
  QuestionAsked,
  TrajectoryShown,
  SecondLookShown,
  z.discriminatedUnion('of', [TitlesShown, MenuShown]),
  ProposalAsked,
] as const;

/** What a person may be asked. */
export const Prompt = z.discriminatedUnion('label', prompts);
export type Prompt = z.infer<typeof Prompt>;
