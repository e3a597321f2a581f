import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { Answer } from '../participant/answer.ts';
import { Ballot, Stance } from '../participant/ballot.ts';
import { GroupView, ReleasedView, WaitingView } from '../results/group-view.ts';
import { OwnPlace } from '../results/own-place.ts';
import { Participation } from '../results/participation.ts';
import { Beside, PersonalScenario } from '../results/personal-scenario.ts';
import { VisionView } from '../results/shared-vision.ts';
import { Round, roundStates } from '../room/live-session.ts';
import { Asked } from './asked.ts';
import { formProblems, notices, retryReasons } from './codes.ts';
import { Prompt, prompts } from './prompt.ts';

/** What the assistant says, free of any channel and of any wording. */
export const Reply = z.discriminatedUnion('label', [
  z.strictObject({
    label: z.literal('welcome'),
    facilitator: z.boolean(),
    /** The consultation takes no answers any more: what would be asked is not told. */
    over: z.literal(true).optional(),
  }),
  ...prompts,
  z.strictObject({
    label: z.literal('help'),
    /** `changes`: what may be changed, for a person who asked for "change"; `channel`: in a channel, where nobody is questioned. */
    of: z.enum(['words', 'changes', 'channel']),
    questions: z.array(z.strictObject({ question: z.string(), answer: Answer })),
    trajectories: z.array(z.string()),
  }),
  z.strictObject({
    label: z.literal('personal-scenario'),
    scenario: PersonalScenario,
    beside: Beside.default([]),
    next: DomainId.optional(),
  }),
  z.strictObject({
    label: z.literal('group-scenario'),
    group: GroupView,
    /** Only this domain, in full; absent: all of them, in short. */
    domain: DomainId.optional(),
    next: DomainId.optional(),
    facilitator: z.boolean(),
  }),
  z.strictObject({ label: z.literal('shared-vision'), vision: VisionView, next: DomainId.optional() }),
  /** What was done with the result, as the consultation has it. */
  z.strictObject({ label: z.literal('follow-up') }),
  /** Where the person stands beside the group, for themselves alone; no place while there is no result to stand beside. */
  z.strictObject({
    label: z.literal('own-place'),
    group: z.discriminatedUnion('state', [ReleasedView.omit({ scenario: true }), WaitingView]),
    place: OwnPlace.optional(),
    next: DomainId.optional(),
  }),
  z.strictObject({
    label: z.literal('notice'),
    about: z.enum(notices),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** What a typed reply was understood as. */
    answered: z.strictObject({ question: z.string(), answer: Answer }).optional(),
    /** What a ballot in words was understood as; `remark`: their own words beside it, theirs to keep as a concern. */
    cast: z
      .strictObject({ trajectory: z.string(), ballot: Ballot, remark: z.string().optional() })
      .optional(),
    /** Who they said they are. */
    described: z.strictObject({ roles: z.array(z.string()), territory: z.string().optional() }).optional(),
    /** What they asked about. */
    asked: Asked.optional(),
  }),
  z.strictObject({
    label: z.literal('retry'),
    reason: z.enum(retryReasons),
    /** Ids of the options that the reply seemed to name. */
    understood: z.array(z.string()).optional(),
    /** Of several, ids of those that are clear all the same. */
    sure: z.array(z.string()).optional(),
    /** What a ballot in words says clearly beside its stance: it goes with the stance. */
    beside: z
      .strictObject({
        ...Ballot.pick({ horizon: true, condition: true, concern: true }).shape,
        stance: Stance.optional(),
        kept: z.literal(true).optional(),
        /** Their own words, theirs to keep as a concern. */
        remark: z.string().optional(),
      })
      .optional(),
    asked: Prompt,
    /** After two tries the way on is offered. */
    maySkip: z.boolean(),
  }),
  z.strictObject({ label: z.literal('stale') }),
  /** Asks for the code of an invitation, before anything else. */
  z.strictObject({ label: z.literal('entry-code') }),
  z.strictObject({ label: z.literal('confirmation'), of: z.enum(['erasing', 'closing']) }),
  /** What stands in a channel or a group chat: what it is about, and how many took part, never who. */
  z.strictObject({
    label: z.literal('invitation'),
    took: z.int().min(0),
    stage: z.enum(['open', 'early', 'closed']),
    /** For one person alone: how far they are. */
    mine: z.strictObject({ done: z.int().min(0), total: z.int().min(1) }).optional(),
    /** A second round is open. */
    round: z.literal(true).optional(),
  }),
  /** What a room is asked, in a channel that takes part too. */
  z.strictObject({
    label: z.literal('room'),
    state: z.enum([...roundStates, 'paused']),
    session: z.string(),
    round: Round,
    /** For one person alone: what they have just answered, or why it does not count. */
    mine: Stance.optional(),
    came: z.enum(['late', 'full']).optional(),
  }),
  /** For whoever facilitates. */
  z.discriminatedUnion('of', [
    /** A new consultation; `given`: as sent, with what is wrong with it. */
    z.strictObject({
      label: z.literal('facilitation'),
      of: z.literal('form'),
      code: z.string(),
      given: z.record(z.string(), z.string()),
      problems: z.array(z.enum(formProblems)),
    }),
    z.strictObject({
      label: z.literal('facilitation'),
      of: z.literal('standing'),
      standing: Participation,
      stage: z.enum(['open', 'early', 'closed']),
      /** What its result is now, or why there is none; replies of before did not say. */
      result: z.discriminatedUnion('state', [ReleasedView.omit({ scenario: true }), WaitingView]).optional(),
      /** Channels and group chats it stands in, and how many of them take nothing more. */
      channels: z.int().min(0),
      gone: z.int().min(0),
    }),
    /** In a channel, everyone sees what is said: a button that opens the rest in private. */
    z.strictObject({
      label: z.literal('facilitation'),
      of: z.literal('desk'),
      opens: z.enum(['create', 'progress', 'close']),
    }),
  ]),
]);
export type Reply = z.infer<typeof Reply>;

/** A reply of one kind. */
export type ReplyOf<Label extends Reply['label']> = Extract<Reply, { label: Label }>;
