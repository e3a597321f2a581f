import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { decideProposal as decided, type ProposalDecision } from '#domain/proposal/decide-proposal.ts';
import type { Proposal } from '#domain/proposal/proposal.ts';
import type { TownSheets } from '#domain/records/town-catalogue.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { mayTakeCatalogue } from '../town-catalogue/edit-town-draft.ts';
import { keepEdition } from '../town-catalogue/keep-edition.ts';

/** The catalogue with what is accepted. */
interface TakenUp {
  /** The edition that it was made from. */
  readonly from: string;
  readonly sheets: TownSheets;
  /** Made of these very sheets; absent: people are asked it already. */
  readonly catalogue?: Catalogue;
  /** The same trajectory put into a working copy, so that its next edition has it too. */
  readonly into: (draft: TownSheets) => TownSheets;
}

interface Moderation extends Pick<ProposalDecision, 'reason'> {
  readonly code: string;
  readonly proposal: string;
  readonly decision: { readonly state: 'refused' } | { readonly state: 'accepted'; readonly taken: TakenUp };
}

export type ModerationOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'invalid'; readonly why: 'reason' | 'reason-long' }
  /** Somebody else decided meanwhile, or people are asked another edition by now. */
  | { readonly outcome: 'changed' }
  | Unfit
  | NotDone;

/** Accepts what somebody proposed, which makes it a trajectory of the consultation's next edition, or refuses it with a reason. */
export async function decideProposal(
  parts: ApplicationParts,
  actor: Actor,
  { code, proposal: id, decision, reason }: Moderation,
): Promise<ModerationOutcome> {
  const { store, audit, now, inTurn } = parts;
  const refused = refusal(actor, 'texts:read', code) ?? refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    const proposal = await store.load('proposal', id);
    if (its === undefined || proposal?.consultation !== code) return missing;
    const { state } = decision;
    const judged = decided(proposal, { state, reason }, now());
    if ('problem' in judged)
      return judged.problem === 'decided'
        ? { outcome: 'changed' }
        : { outcome: 'invalid', why: judged.problem };
    if (decision.state === 'accepted') {
      const not = await takeUp(parts, actor, its, decision.taken);
      if (not !== undefined) return not;
    }
    const change = (before: Proposal | undefined) => (before?.state === 'waiting' ? judged.proposal : before);
    await store.update('proposal', id, change);
    await audit.write(actor, { action: `proposal-${state}`, consultation: code });
    return { outcome: 'done' };
  });
}

async function takeUp(
  parts: ApplicationParts,
  actor: Actor,
  its: Consultation,
  { from, sheets, catalogue, into }: TakenUp,
): Promise<Exclude<ModerationOutcome, { outcome: 'done' | 'invalid' }> | undefined> {
  const time = parts.now();
  if (!mayTakeCatalogue(its, time)) return unfit;
  if (its.catalogue !== from) return { outcome: 'changed' };
  if (catalogue !== undefined) {
    const not = await keepEdition(parts, actor, { its, sheets, catalogue, time });
    if (not !== undefined) return not;
  }
  await parts.store.update(
    'town-draft',
    its.id,
    (draft) => draft && { ...draft, sheets: into(draft.sheets) },
  );
  return undefined;
}
