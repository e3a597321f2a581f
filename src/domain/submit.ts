import { z } from 'zod';
import { DomainId } from './domains.ts';

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
  'my-scenario',
  'group',
  'vision',
  'my-data',
  'erase',
  'french',
  'english',
  'publish',
] as const;
export const Word = z.enum(words);
export type Word = z.infer<typeof Word>;

/**
 * What a card's button sends: the button's own data, and the card's inputs beside it under these names.
 * Inputs arrive as strings (Adaptive Cards: several choices are joined by commas, a toggle is 'true' or 'false').
 */
export const Submit = z.discriminatedUnion('act', [
  z.object({ act: z.literal('word'), word: Word }),
  /** `language`: the one the information was read in, which the conversation then keeps. */
  z.object({ act: z.literal('consent'), agree: z.boolean(), language: z.string().max(20).optional() }),
  z.object({
    act: z.literal('profile'),
    decline: z.boolean().optional(),
    roles: z.string().max(500).optional(),
    territory: z.string().max(80).optional(),
  }),
  z.object({ act: z.literal('open'), domain: DomainId }),
  /** One domain of the group scenario. */
  z.object({ act: z.literal('group-domain'), domain: DomainId }),
  z.object({
    act: z.literal('answer'),
    question: z.string().max(80),
    none: z.enum(['dont-know', 'skipped']).optional(),
    value: z.string().max(20_000).optional(),
  }),
  z.object({
    act: z.literal('ballot'),
    trajectory: z.string().max(80),
    none: z.enum(['dont-know', 'skipped']).optional(),
    stance: z.string().max(20).optional(),
    horizon: z.string().max(20).optional(),
    kept: z.string().max(5).optional(),
    benefits: z.string().max(200).optional(),
    condition: z.string().max(20_000).optional(),
    concern: z.string().max(20_000).optional(),
  }),
  /** More trajectories of a domain, or all their titles to pick from; then those picked, joined by commas. */
  z.object({ act: z.literal('more'), domain: DomainId }),
  z.object({ act: z.literal('titles'), domain: DomainId }),
  z.object({ act: z.literal('pick'), domain: DomainId, value: z.string().max(4000).optional() }),
  /** Turn to an item that was answered, to change it. */
  z.object({
    act: z.literal('change'),
    question: z.string().max(80).optional(),
    trajectory: z.string().max(80).optional(),
    profile: z.boolean().optional(),
  }),
  z.object({ act: z.literal('erase'), sure: z.boolean() }),
]);
export type Submit = z.infer<typeof Submit>;
