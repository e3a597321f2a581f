import { oneLine } from '../conversation/one-line.ts';
import { type Proposal, proposalBounds } from './proposal.ts';

/** What those who facilitate make of a proposal that waits. */
export interface ProposalDecision {
  readonly state: 'accepted' | 'refused';
  /** What its author reads; a refusal needs one. */
  readonly reason: string;
}

/** The proposal as decided; `decided`: somebody was there before; `reason`: a refusal without one, or one that is too long. */
export function decideProposal(
  proposal: Proposal,
  { state, reason }: ProposalDecision,
  now: string,
): { readonly proposal: Proposal } | { readonly problem: 'decided' | 'reason' | 'reason-long' } {
  if (proposal.state !== 'waiting') return { problem: 'decided' };
  const said = oneLine(reason);
  if (said.length > proposalBounds.reason) return { problem: 'reason-long' };
  if (state === 'accepted')
    return { proposal: { ...proposal, state, decidedAt: now, ...(said !== '' && { reason: said }) } };
  return said === ''
    ? { problem: 'reason' }
    : { proposal: { ...proposal, state, decidedAt: now, reason: said } };
}
