import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';

/** How much a participant may propose, as a catalogue takes it, in characters: each of the four texts, and a reason; proposals that wait at the same time. */
export const proposalBounds = {
  ...{ title: 70, summary: 300, benefit: 160, risk: 160 },
  reason: 200,
  waiting: 3,
} as const;

/** The most words of a text, as of any trajectory. */
export const proposalWords = { title: 20, summary: 40, benefit: 20, risk: 20 } as const;

/** What a proposal says, as whoever proposes writes it. */
export const proposalTexts = ['title', 'summary', 'benefit', 'risk'] as const;
export type ProposalText = (typeof proposalTexts)[number];

const text = (of: ProposalText) => z.string().min(1).max(proposalBounds[of]);

const Proposed = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  /** Nothing here says whose it is: its author's own record names it. */
  consultation: z.string().min(1),
  /** The language it was written in. */
  language: z.string(),
  domain: DomainId,
  title: text('title'),
  /** As long as a trajectory's of the catalogue, at most. */
  summary: text('summary'),
  benefit: text('benefit'),
  risk: text('risk'),
  at: z.iso.datetime(),
});

/** Why those who facilitate decided so, as whoever proposed it reads it. */
const reason = z.string().min(1).max(proposalBounds.reason);

/** A trajectory in a participant's own words: it waits for those who facilitate, who take it up or refuse it, and say why. */
export const Proposal = z.discriminatedUnion('state', [
  Proposed.extend({ state: z.literal('waiting') }),
  Proposed.extend({
    state: z.literal('accepted'),
    decidedAt: z.iso.datetime(),
    /** Absent: nothing had to be said. */
    reason: reason.optional(),
  }),
  Proposed.extend({ state: z.literal('refused'), decidedAt: z.iso.datetime(), reason }),
]);
export type Proposal = z.infer<typeof Proposal>;

/** Whether somebody may propose one more, beside those of theirs. */
export const mayPropose = (theirs: readonly Proposal[]): boolean =>
  theirs.filter(({ state }) => state === 'waiting').length < proposalBounds.waiting;
