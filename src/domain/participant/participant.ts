import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { Reply } from '../conversation/reply.ts';
import { SheetNumber } from '../paper/sheet.ts';
import { Answer } from './answer.ts';
import { Ballot, longestRemark } from './ballot.ts';
import { Device } from './device.ts';

/** Who the person says they are; both parts may be declined. */
const Profile = z.strictObject({
  roles: z.union([z.array(z.string()).min(1), z.literal('declined')]),
  territory: z.union([z.string(), z.literal('declined')]),
});

/** Something the person turned to out of order; without it the place is derived from what is unanswered. */
const Focus = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('question'), id: z.string() }),
  z.strictObject({ on: z.literal('trajectory'), id: z.string() }),
  /** What more they have to say of a trajectory that they have just taken a stance on. */
  z.strictObject({ on: z.literal('details'), id: z.string() }),
  z.strictObject({ on: z.literal('titles'), domain: DomainId }),
  /** A trajectory of their own. */
  z.strictObject({ on: z.literal('proposal'), domain: DomainId }),
  z.strictObject({ on: z.literal('profile') }),
  /** A view to look at again beside the first result; `change`: they wish to change it, for the reason that they began to write. */
  z.strictObject({
    on: z.literal('second-look'),
    id: z.string(),
    change: z.literal(true).optional(),
    reason: z.string().min(1).max(longestRemark).optional(),
    shared: z.literal(true).optional(),
  }),
  z.strictObject({ on: z.literal('erasing') }),
  /** Whoever facilitates is asked a second time. */
  z.strictObject({ on: z.literal('closing') }),
]);

/** A trajectory to examine, and what put it on the list: the person's answers, its being little examined, their own asking. */
const ToExamine = z.strictObject({ id: z.string(), why: z.enum(['relevant', 'little-examined', 'asked']) });

export type ToExamine = z.infer<typeof ToExamine>;

/** What a person said of a trajectory before saying whether they wish it. */
const Begun = z.strictObject({
  trajectory: z.string(),
  ...Ballot.pick({ horizon: true, condition: true, concern: true }).shape,
  kept: z.literal(true).optional(),
});
export type Begun = z.infer<typeof Begun>;

/** How many replies that were not understood a document remembers. */
export const unclearKept = 20;

/** The longest part of such a reply that is kept, in characters. */
export const longestUnclear = 200;

/** A typed reply that was not understood. */
const Unclear = z.strictObject({
  /** What was asked then: the id of a question or a trajectory, or one of `consent`, `profile`, `menu`, `titles`. */
  item: z.string().min(1),
  at: z.iso.datetime(),
  /** How it began; only from a person who allowed it to be read. */
  text: z.string().min(1).max(longestUnclear).optional(),
});

/** How many handled activities a document remembers. */
export const handledKept = 8;

/** Of the last few of them it remembers what was replied: whoever goes on has had the replies of before. */
export const repliesKept = 2;

/** How many trajectories one person may propose in all. */
export const proposalsKept = 12;

/** How many linked records (other devices, conversations, resume codes) one person may have. */
export const linkedRecordsKept = 32;

/** One person in one consultation: the one document that a turn writes. */
export const Participant = z.strictObject({
  schema: z.literal(1),
  /** A keyed hash of channel, user and consultation. */
  id: z.string().min(1),
  consultation: z.string().min(1),
  /** Counts the saves; 0 before the first. */
  version: z.int().min(0),
  /** The edition of the catalogue that the answers speak of. */
  catalogue: z.string(),
  language: z.string(),
  /** On what they began; absent where it is not known. */
  device: Device.optional(),
  /** They answered on paper: the number of their sheet, which stands for nobody. Nobody converses with them. */
  sheet: SheetNumber.optional(),
  /** Draws the order of trajectories among equals. */
  seed: z.int(),
  /** The code that takes this place up on another device, once; given at a pause. */
  resumeCode: z.string().optional(),
  /** Records elsewhere that lead to this person, erased with them: resume codes, other devices, ways to reach them. */
  traces: z
    .array(z.strictObject({ kind: z.enum(['link', 'reference', 'last-consultation']), id: z.string() }))
    .max(linkedRecordsKept),
  /** Devices and ways to reach them that were not told yet that the place was taken up on another device. */
  untold: z
    .array(z.string())
    .max(linkedRecordsKept + 1)
    .optional(),
  /** `unclear`: their replies that are not understood may be read, to make the questions clearer. */
  consent: z.strictObject({ at: z.iso.datetime(), unclear: z.literal(true).optional() }).optional(),
  /** They said no to the information: nothing is asked until they turn back. */
  declined: z.boolean().optional(),
  /**
   * The information that was shown to them since they became new: a print of it, and what its card sends back. Nothing is
   * stored of who has not agreed, so that this is in memory alone.
   */
  informed: z.strictObject({ mark: z.string(), print: z.string() }).optional(),
  profile: Profile.optional(),
  answers: z.record(z.string(), Answer),
  ballots: z.record(z.string(), z.union([Ballot, z.literal('skipped')])),
  /** When they last answered anything; see `lastAnswerOf`. */
  answeredAt: z.iso.datetime().optional(),
  /** When a ballot or the profile last changed. */
  castAt: z.iso.datetime().optional(),
  /** The trajectories to examine in each domain, in order; drawn once the domain's questions are answered. */
  examining: z.partialRecord(DomainId, z.array(ToExamine)).optional(),
  /** Answered questions and trajectories whose wording has changed since: asked for confirmation. */
  toConfirm: z.array(z.string()).optional(),
  /** The domain being walked through; absent at the menu. */
  domain: DomainId.optional(),
  focus: Focus.optional(),
  /** Trajectories they proposed, by the id of the proposal; `told`: they read what became of it. Nothing else says whose it is. */
  proposals: z
    .array(z.strictObject({ id: z.string().min(1), told: z.literal(true).optional() }))
    .max(proposalsKept)
    .optional(),
  /** The question or the trajectory that was answered last: what a correction is of. */
  last: z.string().optional(),
  /** What is said of the trajectory at hand already. */
  begun: Begun.optional(),
  /** Unclear replies in a row to the present prompt. */
  tries: z.int().min(0),
  /** Typed replies that were not understood, oldest first. */
  unclear: z.array(Unclear).max(unclearKept).optional(),
  /** The time given to the conversation so far, in seconds. */
  spent: z.int().min(0).optional(),
  /** `at` of the last published group scenario this person was shown. */
  publishedSeen: z.string().optional(),
  /** When they were last reminded that they stopped half-way. */
  remindedAt: z.iso.datetime().optional(),
  /** They want no reminder. */
  unreminded: z.literal(true).optional(),
  /**
   * The last activities handled, oldest first, so that a retry neither counts twice nor answers differently. Replies are
   * kept without what can be composed again, and those of the last few activities alone.
   */
  handled: z.array(z.strictObject({ id: z.string(), replies: z.array(Reply) })).max(handledKept),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Participant = z.infer<typeof Participant>;

/** What a person said of themselves; nothing of what they declined or were not asked yet. */
export function saidOfThemselves({ profile }: Participant): {
  readonly roles: readonly string[];
  readonly territory?: string;
} {
  const { roles, territory } = profile ?? { roles: 'declined', territory: 'declined' };
  return { roles: roles === 'declined' ? [] : roles, ...(territory !== 'declined' && { territory }) };
}
