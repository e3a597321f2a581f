import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Submit } from '#domain/conversation/submit.ts';
import { type Participant, proposalsKept } from '#domain/participant/participant.ts';
import { judgeProposal } from '#domain/proposal/judge-proposal.ts';
import { mayPropose, type Proposal } from '#domain/proposal/proposal.ts';
import { currentDomain } from './place/examine.ts';
import { leave } from './place/leave.ts';
import { domainNamed } from './place/place.ts';
import { goOn, notice, stale } from './turn.ts';
import type { Turn, World } from './world.ts';

/** The form of a trajectory of their own, where whoever facilitates allows it and they have not proposed enough. */
export function askProposal(person: Participant, domain: DomainId | undefined, world: World): Turn {
  if (person.consent === undefined || world.consultation.proposals !== 'allowed')
    return goOn(person, world, notice('proposal-not-here'));
  const asked = domain ?? currentDomain(person, world);
  if (asked === undefined) return goOn(person, world, notice('proposal-where'));
  if (domainNamed(asked, world) === undefined) return stale(person, world);
  if (!hasRoom(person, world)) return goOn(person, world, notice('proposal-enough'));
  return goOn({ ...person, focus: { on: 'proposal', domain: asked } }, world);
}

const hasRoom = ({ proposals = [] }: Participant, world: World): boolean =>
  proposals.length < proposalsKept && mayPropose(world.proposals);

/** What they wrote, to be looked at by whoever facilitates; or the form again, with what is wrong at its field. */
export function submitProposal(
  person: Participant,
  sent: Extract<Submit, { act: 'proposal' }>,
  world: World,
): Turn {
  const { domain, title, summary, benefit, risk } = sent;
  const judged = judgeProposal({ title, summary, benefit, risk });
  const asked = askProposal(person, domain, world);
  if (asked.participant.focus?.on !== 'proposal') return asked;
  if ('problems' in judged) {
    const given = { title, summary, benefit, risk };
    const filled = Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined));
    return {
      participant: asked.participant,
      replies: [{ label: 'proposal', domain, given: filled, problems: [...judged.problems] }],
    };
  }
  const { words } = judged;
  const after = leave(person);
  const isTwice = world.proposals.some((one) => one.domain === domain && one.title === words.title);
  // A card that was sent twice proposes once.
  if (isTwice) return goOn(after, world, notice('proposal-twice'));
  const proposal: Proposal = {
    ...{ schema: 1, id: world.newProposal(), version: 0, consultation: world.consultation.id },
    ...{ language: person.language, domain, ...words, at: world.now, state: 'waiting' },
  };
  const proposals = [...(person.proposals ?? []), { id: proposal.id }];
  return {
    ...goOn({ ...after, proposals }, world, notice('proposal-received')),
    effect: { propose: proposal },
  };
}

/** Tells whoever proposed what became of it, once, before anything else. */
export function withOutcomes(turn: Turn, world: World): Turn {
  const { participant } = turn;
  const news = world.proposals.filter(
    ({ id, state }) =>
      state !== 'waiting' && participant.proposals?.some((one) => one.id === id && !one.told),
  );
  if (news.length === 0 || turn.effect === 'erase') return turn;
  const told = participant.proposals?.map(({ id, ...rest }) =>
    news.some((one) => one.id === id) ? { id, told: true as const } : { id, ...rest },
  );
  return {
    ...turn,
    participant: { ...participant, proposals: told },
    replies: [...news.map(outcome), ...turn.replies],
  };
}

const outcome = (proposal: Proposal) =>
  notice(proposal.state === 'accepted' ? 'proposal-accepted' : 'proposal-refused', {
    what: proposal.title,
    reason: ('reason' in proposal && proposal.reason) || 'none',
  });
