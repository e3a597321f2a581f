import { oneLine } from '../conversation/one-line.ts';
import { type ProposalText, proposalBounds, proposalTexts, proposalWords } from './proposal.ts';

/** A proposal as it was sent, before anything is known of it. */
export type ProposalSaying = Readonly<Partial<Record<ProposalText, string | undefined>>>;

/** What may be wrong with one of its texts. */
export const proposalFaults = ['missing', 'long', 'words'] as const;

/** What is wrong with a proposal, and in which field; `n`: how long it is, in characters or words. */
interface ProposalProblem {
  readonly field: ProposalText;
  readonly code: (typeof proposalFaults)[number];
  readonly n: number;
}

/** What a proposal says, each text on one line, once nothing is wrong with it. */
export type JudgedProposal =
  | { readonly words: Readonly<Record<ProposalText, string>> }
  | { readonly problems: readonly ProposalProblem[] };

export function judgeProposal(saying: ProposalSaying): JudgedProposal {
  const said = (field: ProposalText) => oneLine(saying[field] ?? '');
  const problems = proposalTexts.flatMap((field) => problemIn(field, said(field)) ?? []);
  if (problems.length > 0) return { problems };
  const words = {
    title: said('title'),
    summary: said('summary'),
    benefit: said('benefit'),
    risk: said('risk'),
  };
  return { words };
}

function problemIn(field: ProposalText, text: string): ProposalProblem | undefined {
  if (text === '') return { field, code: 'missing', n: 0 };
  if (text.length > proposalBounds[field]) return { field, code: 'long', n: text.length };
  const n = text.split(' ').length;
  return n > proposalWords[field] ? { field, code: 'words', n } : undefined;
}
