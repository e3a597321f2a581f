import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { ConsultationCode } from '../consultation/consultation.ts';
import { Stance } from '../participant/ballot.ts';

/** The words that may be said at any time, tapped or typed. */
export const words = [
  'help',
  'menu',
  'back',
  'skip',
  'pause',
  'resume',
  'change',
  'more',
  'titles',
  'propose',
  'my-scenario',
  'group',
  'vision',
  'my-place',
  'follow-up',
  'second-round',
  'keep-view',
  'change-view',
  'my-data',
  'erase',
  'publish',
  'create',
  'invite',
  'progress',
  'remind',
  'close',
  'no-reminders',
  'later',
] as const;
export const Word = z.enum(words);
export type Word = z.infer<typeof Word>;

/** Where a conversation may hold several consultations, each button names its own. */
const consultation = ConsultationCode.optional();

/**
 * What a card's button sends: the button's own data, and the card's inputs beside it under these names.
 * Inputs arrive as strings (Adaptive Cards: several choices are joined by commas, a toggle is 'true' or 'false').
 */
export const Submit = z.discriminatedUnion('act', [
  z.object({ act: z.literal('word'), consultation, word: Word }),
  /** To go on in another language. */
  z.object({ act: z.literal('language'), consultation, language: z.string().max(20) }),
  /** `language`: the one the information was read in, which the conversation then keeps. */
  z.object({
    act: z.literal('consent'),
    consultation,
    agree: z.boolean(),
    language: z.string().max(20).optional(),
    /** Replies that are not understood may be read. */
    unclear: z.string().max(5).optional(),
    /** Which showing of the information it answers; absent on cards of before, and from clients that send it bare. */
    shown: z.string().max(20).optional(),
  }),
  /** The code of an invitation, where only those who have one may answer. */
  z.object({ act: z.literal('entry-code'), consultation, code: z.string().max(200).optional() }),
  z.object({
    act: z.literal('profile'),
    consultation,
    decline: z.boolean().optional(),
    roles: z.string().max(500).optional(),
    territory: z.string().max(80).optional(),
  }),
  z.object({ act: z.literal('open'), consultation, domain: DomainId }),
  /** One domain of the group scenario. */
  z.object({ act: z.literal('group-domain'), consultation, domain: DomainId }),
  z.object({
    act: z.literal('answer'),
    consultation,
    question: z.string().max(80),
    none: z.enum(['dont-know', 'skipped']).optional(),
    value: z.string().max(20_000).optional(),
    shared: z.string().max(5).optional(),
  }),
  z.object({
    act: z.literal('ballot'),
    consultation,
    trajectory: z.string().max(80),
    none: z.enum(['dont-know', 'skipped']).optional(),
    stance: z.string().max(20).optional(),
    /** A stance alone: what more there is to say is asked next. */
    more: z.literal('asked').optional(),
    horizon: z.string().max(20).optional(),
    kept: z.string().max(5).optional(),
    benefits: z.string().max(200).optional(),
    condition: z.string().max(20_000).optional(),
    concern: z.string().max(20_000).optional(),
    shared: z.string().max(5).optional(),
  }),
  /** A view looked at again in a second round: kept, to be changed, or changed to a stance. */
  z.object({
    act: z.literal('second-look'),
    consultation,
    trajectory: z.string().max(80),
    choice: z.enum(['keep', 'change']).optional(),
    stance: z.string().max(20).optional(),
    reason: z.string().max(20_000).optional(),
    shared: z.string().max(5).optional(),
  }),
  /** More trajectories of a domain, or all their titles to pick from; then those picked, joined by commas. */
  z.object({ act: z.literal('more'), consultation, domain: DomainId }),
  z.object({ act: z.literal('titles'), consultation, domain: DomainId }),
  z.object({
    act: z.literal('pick'),
    consultation,
    domain: DomainId,
    value: z.string().max(4000).optional(),
  }),
  /** Takes back an answer that was just noted: it is forgotten, and asked again. */
  z.object({
    act: z.literal('withdraw'),
    consultation,
    question: z.string().max(80).optional(),
    trajectory: z.string().max(80).optional(),
  }),
  /** Turn to an item that was answered, to change it. */
  z.object({
    act: z.literal('change'),
    consultation,
    question: z.string().max(80).optional(),
    trajectory: z.string().max(80).optional(),
    profile: z.boolean().optional(),
  }),
  /** The form of a trajectory of their own; then what it says. */
  z.object({ act: z.literal('propose'), consultation, domain: DomainId }),
  z.object({
    act: z.literal('proposal'),
    consultation,
    domain: DomainId,
    title: z.string().max(20_000).optional(),
    summary: z.string().max(20_000).optional(),
    benefit: z.string().max(20_000).optional(),
    risk: z.string().max(20_000).optional(),
  }),
  z.object({ act: z.literal('erase'), consultation, sure: z.boolean() }),
  /** From the invitation in a channel: take part, in private. */
  z.object({ act: z.literal('participate'), consultation }),
  /** The invitation as the person who looks at it should see it, in another language if they ask. */
  z.object({ act: z.literal('invitation'), consultation, language: z.string().max(20).optional() }),
  /** What somebody answers to a room, from a channel. */
  z.object({
    act: z.literal('room'),
    consultation,
    session: z.string().max(80),
    round: z.string().max(80),
    vote: z.union([z.literal(1), z.literal(2)]),
    stance: Stance,
  }),
  /** The form of a new consultation; `code`: drawn with the form, so that sending it twice makes one. Dates: `2026-12-15`. */
  z.object({
    act: z.literal('create'),
    consultation,
    code: z.string().regex(/^[a-z0-9]{4,12}$/),
    title: z.string().max(2000).optional(),
    territory: z.string().max(2000).optional(),
    domains: z.string().max(500).optional(),
    opens: z.string().max(40).optional(),
    closes: z.string().max(40).optional(),
    language: z.string().max(20).optional(),
    minGroup: z.string().max(10).optional(),
  }),
  /** The facilitator closes the consultation, the second time of asking. */
  z.object({ act: z.literal('close'), consultation, sure: z.boolean() }),
]);
export type Submit = z.infer<typeof Submit>;

/** The ids that an input of several choices sends, each once. */
export function chosen(value: string | undefined): string[] {
  return [...new Set((value ?? '').split(',').filter((id) => id !== ''))];
}
