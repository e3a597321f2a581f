import { z } from 'zod';
import { GroupScenario, ResultKind } from './group-scenario.ts';

/** Why nothing of the group is shown yet. */
export const WaitingView = z.strictObject({
  state: z.literal('waiting'),
  minGroup: z.int(),
  /** People still needed, at least; more may be, for the moment of a provisional result is drawn. */
  needed: z.int().min(1),
  /**
   * What else it waits for: the end of the consultation; that somebody publishes it, where everyone would read it; that whoever looks
   * answers a domain; or, where too few had answered by the end, that people may answer again.
   */
  until: z.enum(['end', 'publication', 'answers', 'reopening']).optional(),
  /** People who took part so far, where that is told in its place. */
  took: z.int().min(0).optional(),
});
export type WaitingView = z.infer<typeof WaitingView>;

/** A result that may be shown. */
export const ReleasedView = z.strictObject({
  state: z.literal('released'),
  kind: ResultKind,
  at: z.iso.datetime(),
  minGroup: z.int(),
  scenario: GroupScenario,
  /** People who were in it and have erased their answers since. */
  left: z.int().min(1).optional(),
  /** It is that of an earlier end: people answer again, or too few of them did for another. */
  since: z.enum(['reopened', 'too-few']).optional(),
  /** It holds the domains alone that whoever looks has answered: the others would lead them. */
  only: z.literal('answered').optional(),
});
export type ReleasedView = z.infer<typeof ReleasedView>;

/**
 * What may be shown of the group now. A provisional result is coarse: shares in tenths, numbers of people as the lower end of a
 * band of five, no opinion groups (`coarse.ts` says how). The final one is exact, and counts everybody who took part.
 */
export const GroupView = z.discriminatedUnion('state', [ReleasedView, WaitingView]);
export type GroupView = z.infer<typeof GroupView>;
