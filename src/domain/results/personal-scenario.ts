import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { Ballot } from '../participant/ballot.ts';
import { Impact } from './shared-vision.ts';

/** Step 4 of the method: per domain, what a person keeps, by when, for which benefit, under which condition. */
export const PersonalScenario = z.strictObject({
  domains: z.array(
    z.strictObject({
      domain: DomainId,
      examined: z.int(),
      /** The direction that what they wish for leans to; absent when none stands out. */
      orientation: z.string().optional(),
      /** Kept trajectories with the person's ballot, the most wanted first. */
      kept: z.array(z.strictObject({ trajectory: z.string(), ballot: Ballot })),
      /** Examined and not kept, by how the person stands. */
      welcomed: z.array(z.string()),
      undecided: z.array(z.string()),
      unwelcome: z.array(z.string()),
    }),
  ),
  /** How the directions they lean to favour (+2, +3) or hinder (-2, -3) one another, the strongest first. */
  links: z.array(Impact).default([]),
});
export type PersonalScenario = z.infer<typeof PersonalScenario>;

/** What the group makes of what a person keeps: people who gave a stance, and the share of them who wish for it. */
export const Beside = z.array(z.strictObject({ trajectory: z.string(), n: z.int(), support: z.number() }));
export type Beside = z.infer<typeof Beside>;
