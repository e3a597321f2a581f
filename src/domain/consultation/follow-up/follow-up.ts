import { z } from 'zod';

/** What became of something, as whoever is responsible says it. */
export const followUpStates = ['kept', 'study', 'refused', 'done'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** The longest reason and name of who is in charge, in characters; the most answers a consultation keeps. */
export const followUpBounds = { why: 600, charge: 120, most: 200 } as const;

/** A dated answer of whoever is responsible to what a consultation found: on all of it, or on one trajectory. */
export const FollowUp = z.strictObject({
  id: z.string().min(1),
  /** Absent: on the consultation as a whole. */
  trajectory: z.string().optional(),
  state: z.enum(followUpStates),
  /** Per language. */
  why: z.record(z.string(), z.string().min(1).max(followUpBounds.why)),
  /** A service or an office, never a person's own name. */
  charge: z.string().min(1).max(followUpBounds.charge).optional(),
  at: z.iso.datetime(),
  /** When its words were last put right. */
  correctedAt: z.iso.datetime().optional(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** Whether anything was answered yet. */
export const isFollowedUp = ({
  followUps = [],
}: {
  readonly followUps?: readonly FollowUp[] | undefined;
}): boolean => followUps.length > 0;

/** All that was answered on one thing: what holds now, and what was answered before, the latest first. */
export interface FollowUpTopic {
  readonly trajectory?: string;
  readonly latest: FollowUp;
  readonly earlier: readonly FollowUp[];
}

/** By what they are on: the whole first, then trajectories in a given order, then any others. */
export function followUpTopics(all: readonly FollowUp[], order: readonly string[]): readonly FollowUpTopic[] {
  const place = (trajectory: string | undefined) => {
    if (trajectory === undefined) return -1;
    const at = order.indexOf(trajectory);
    return at === -1 ? order.length : at;
  };
  return [...Map.groupBy(all, ({ trajectory }) => trajectory)]
    .toSorted(([a], [b]) => place(a) - place(b))
    .flatMap(([trajectory, answers]) => {
      const [latest, ...earlier] = answers.toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
      return latest === undefined
        ? []
        : [{ ...(trajectory !== undefined && { trajectory }), latest, earlier }];
    });
}
