import { decideProposal } from '#application/proposals/decide-proposal.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { proposalBounds } from '#domain/proposal/proposal.ts';
import { allOf } from '#store/all-of.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { type CatalogueParts, mayChange, presentTables } from '../catalogue/catalogue-parts.ts';
import type { AdminOptions } from '../options.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused, withProblems } from '../visit.ts';
import { fieldOf, proposalsAddress, proposalsPage, type RefusedDecision } from './proposals-page.ts';
import { takeUp } from './take-up.ts';

type ProposalParts = CatalogueParts & Pick<AdminOptions, 'viewOf'>;

/** `/animation/c/{code}/propositions`: the trajectories that people propose, and what is decided of each. */
export function mountProposals(admin: Admin, parts: ProposalParts): void {
  const path = '/c/:code/propositions';
  admin.pageOf(path, 'facilitator', (visit, its) => page(visit, its, parts));
  admin.actOf(`${path}/:proposal`, 'facilitator', (visit, its, form) => decide(visit, its, form, parts));
}

async function decide(
  visit: Member,
  its: Consultation,
  form: Form,
  parts: ProposalParts,
): Promise<AdminAnswer> {
  const { say, actor, params } = visit;
  const id = params.proposal ?? '';
  const proposal = await parts.application.store.load('proposal', id);
  const isAccepted = form.one('accept') !== '';
  if (proposal?.consultation !== its.id || (!isAccepted && form.one('refuse') === ''))
    return { kind: 'missing' };
  const [reason, orientation] = [form.one(fieldOf(id, 'reason')), form.one(fieldOf(id, 'orientation'))];
  const again = (field: 'reason' | 'orientation', problem: string) =>
    page(visit, its, parts, { proposal: id, reason, orientation, field, problem });
  const taken = isAccepted ? takeUp(parts, its, { proposal, orientation }) : undefined;
  if (taken !== undefined && 'why' in taken)
    return again('orientation', say(`proposal.moderation.problem.${taken.why}`));
  const decided = await decideProposal(parts.application, actor, {
    ...{ code: its.id, proposal: id, reason },
    decision: taken === undefined ? { state: 'refused' } : { state: 'accepted', taken },
  });
  switch (decided.outcome) {
    case 'done':
      return { kind: 'to', path: proposalsAddress(its.id), said: 'proposal-decided' };
    case 'invalid':
      return again(
        'reason',
        say(`proposal.moderation.problem.${decided.why}`, { most: proposalBounds.reason }),
      );
    case 'changed':
      return { kind: 'to', path: `${proposalsAddress(its.id)}?entretemps=1` };
    case 'unfit':
      return again('orientation', say('proposal.moderation.too-late'));
    default:
      return refused(decided.outcome);
  }
}

async function page(
  visit: Member,
  its: Consultation,
  parts: ProposalParts,
  wrong?: RefusedDecision,
): Promise<AdminAnswer> {
  const all = await allOf(parts.application.store, 'proposal', (one) => one.consultation === its.id);
  const proposals = all.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const content = {
    ...{ its, visit, proposals, wrong, view: parts.viewOf(its, visit.language) },
    tables: presentTables(parts, its),
    mayAccept: mayChange(parts, its),
  };
  const shown = tabPage(
    'free-texts',
    its,
    visit,
    proposalsPage(content),
    visit.say('proposal.moderation.title'),
  );
  return withProblems(shown, wrong !== undefined);
}
