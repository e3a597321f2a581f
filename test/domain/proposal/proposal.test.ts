import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideProposal } from '#domain/proposal/decide-proposal.ts';
import { judgeProposal } from '#domain/proposal/judge-proposal.ts';
import { nearTitles } from '#domain/proposal/near-titles.ts';
import { mayPropose, Proposal, proposalBounds, proposalWords } from '#domain/proposal/proposal.ts';
import { runs } from '../../runs.ts';

const now = '2026-11-23T10:00:00.000Z';
const known = new Map([
  ['shuttles', 'Des navettes à la demande'],
  ['ticket', 'Un billet commun à tous les transports'],
  ['avoided', 'La mobilité évitée'],
]);
const good = {
  title: 'Des vélos prêtés par la mairie',
  summary: 'La mairie prête des vélos à l’année.',
  benefit: 'On se déplace sans voiture.',
  risk: 'Les vélos s’abîment vite.',
};
const judged = (change: Partial<typeof good> = {}) => judgeProposal({ ...good, ...change });
const codes = (change: Partial<typeof good>) => {
  const result = judged(change);
  return 'problems' in result ? result.problems.map(({ field, code, n }) => `${field} ${code} ${n}`) : [];
};
const waiting: Proposal = {
  ...{ schema: 1, id: 'p', version: 0, consultation: 'c', language: 'fr', state: 'waiting', at: now },
  ...{ ...good, domain: 'mobility' },
};

test('a proposal says a title, a sentence, a gain and a risk, each on one line and none too long', () => {
  expect(judged({ title: '  Des vélos\nprêtés ' })).toEqual({
    words: { ...good, title: 'Des vélos prêtés' },
  });
  expect(codes({ title: ' ', risk: '' })).toEqual(['title missing 0', 'risk missing 0']);
  expect(codes({ title: 'x'.repeat(proposalBounds.title + 1) })).toEqual(['title long 71']);
  expect(codes({ benefit: 'x'.repeat(proposalBounds.benefit + 1) })).toEqual(['benefit long 161']);
  expect(codes({ summary: 'x'.repeat(proposalBounds.summary + 1) })).toEqual(['summary long 301']);
  expect(codes({ summary: 'a '.repeat(proposalWords.summary) })).toEqual([]);
  expect(codes({ summary: 'a '.repeat(proposalWords.summary + 1) })).toEqual(['summary words 41']);
});

test.each([
  ['Une navette à la demande', ['shuttles']],
  ['Navettes a la DEMANDE, le soir', ['shuttles']],
  ['Un billet commun pour les transports', ['ticket']],
  ['Des navettes électriques', []],
  ['La mobilité', []],
  ['', []],
])('what is likely the same is named, to be asked about: %s', (title, near) => {
  expect(nearTitles(known)(title)).toEqual(near);
});

test('a title is near to itself, whatever its order, once it has two words that tell', () => {
  const word = fc.constantFrom('navette', 'marché', 'soirée', 'gratuit', 'village', 'électrique');
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2 }), (words) => {
      const near = nearTitles(new Map([['it', words.join(' ')]]));
      expect(near(words.toReversed().join(' '))).toEqual(['it']);
    }),
    { numRuns: runs(100, 5_000) },
  );
});

test('what waits is accepted or refused, once; a refusal says why, and its author reads it', () => {
  const decided = (state: 'accepted' | 'refused', reason: string, of: Proposal = waiting) =>
    decideProposal(of, { state, reason }, now);
  expect(decided('refused', '  ')).toEqual({ problem: 'reason' });
  expect(decided('refused', 'x'.repeat(proposalBounds.reason + 1))).toEqual({ problem: 'reason-long' });
  const refused = decided('refused', 'Hors de nos compétences.');
  expect(refused).toMatchObject({
    proposal: { state: 'refused', reason: 'Hors de nos compétences.', decidedAt: now },
  });
  const accepted = decided('accepted', '');
  expect(accepted).toMatchObject({ proposal: { state: 'accepted' } });
  for (const one of [refused, accepted]) {
    if ('problem' in one) throw new Error(one.problem);
    expect(Proposal.parse(one.proposal)).toEqual(one.proposal);
    expect(decided('accepted', '', one.proposal)).toEqual({ problem: 'decided' });
  }
});

test('so many of one person wait, and no more', () => {
  const refused = Proposal.parse({ ...waiting, state: 'refused', decidedAt: now, reason: 'x' });
  const three = Array.from({ length: proposalBounds.waiting }, () => waiting);
  expect([mayPropose(three), mayPropose(three.slice(1)), mayPropose([refused, refused, refused])]).toEqual([
    false,
    true,
    true,
  ]);
});
