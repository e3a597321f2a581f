import { expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import { converse } from '#dialogs/converse.ts';
import type { World } from '#dialogs/world.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Proposal } from '#domain/proposal/proposal.ts';
import { viewOf } from '../cards/samples/view.ts';
import { newConsultation, newPerson, newWorld } from './world.ts';

const at = '2026-11-22T10:00:00.000Z';
const words = {
  title: 'Des vélos prêtés par la mairie',
  summary: 'La mairie prête des vélos aux habitants.',
  benefit: 'On se déplace sans voiture.',
  risk: 'Les vélos s’abîment vite.',
};
const waiting: Proposal = {
  ...{ schema: 1, id: 'proposal-1', version: 1, consultation: 'decouverte', language: 'fr' },
  ...{ domain: 'mobility', ...words, at, state: 'waiting' },
};
const worldOf = (proposals: readonly Proposal[] = [], change: Partial<Consultation> = {}): World =>
  newWorld(async () => ({ numbers: [] }), {
    consultation: newConsultation({ proposals: 'allowed', ...change }),
    proposals,
  });
const anna = newPerson({ consent: { at }, profile: { roles: 'declined', territory: 'declined' } });
const author: Participant = { ...anna, proposals: [{ id: 'proposal-1' }] };
const tap = (value: object): Event => ({ kind: 'submit', value });
const type = (text: string): Event => ({ kind: 'text', text });
const open = tap({ act: 'propose', domain: 'mobility' });
const send = (change: object = {}) => tap({ act: 'proposal', domain: 'mobility', ...words, ...change });
const said = async (person: Participant, event: Event, world = worldOf()) =>
  (await converse(person, event, world)).replies.map((one) =>
    one.label === 'notice' ? one.about : one.label,
  );

test('the end of a domain offers to propose, where whoever facilitates allows it', () => {
  const summary = { label: 'notice', about: 'domain-summary', facts: { domain: 'mobility' } } as const;
  const actions = (consultation: Consultation) =>
    render(summary, { ...viewOf('fr'), consultation }).card?.actions ?? [];
  expect(actions(newConsultation({ proposals: 'allowed' }))).toMatchObject([
    { title: 'Proposer une trajectoire', data: { act: 'propose', domain: 'mobility' } },
  ]);
  expect(actions(newConsultation())).toEqual([]);
});

test('four texts make a proposal, which goes its own way and leaves its id alone with its author', async () => {
  const opened = await converse(anna, open, worldOf());
  expect(opened.replies).toEqual([{ label: 'proposal', domain: 'mobility' }]);
  const { participant, replies, effect } = await converse(opened.participant, send(), worldOf());
  expect(effect).toEqual({ propose: { ...waiting, version: 0, at: worldOf().now } });
  expect(participant.proposals).toEqual([{ id: 'proposal-1' }]);
  expect(JSON.stringify(participant)).not.toContain('vélos');
  expect(replies).toMatchObject([{ about: 'proposal-received' }, { label: 'menu' }]);
});

test('what is wrong is said at its field, with what was written, and nothing is proposed', async () => {
  const turn = await converse(anna, send({ title: 'x'.repeat(71), risk: ' ' }), worldOf());
  expect(turn.effect).toBeUndefined();
  expect(turn.replies).toMatchObject([
    { label: 'proposal', given: { summary: words.summary }, problems: [{ n: 71 }, { code: 'missing' }] },
  ]);
  const [reply] = turn.replies;
  const { text } = reply ? render(reply, viewOf('fr')) : { text: '' };
  expect(text.replace(/\s/g, ' ')).toContain('Ce titre fait 71 signes : 70 au plus.');
});

test('what is typed beside the card is refused kindly, and a word leaves it', async () => {
  const { participant } = await converse(anna, open, worldOf());
  expect(await said(participant, type('Des vélos prêtés'))).toEqual(['proposal-on-card', 'proposal']);
  for (const word of ['menu', 'retour', 'passer'])
    expect(await said(participant, type(word))).toEqual(['menu']);
  // It was allowed when they opened it.
  expect(await said(participant, type('bonjour'), worldOf([], { proposals: undefined }))).not.toContain(
    'proposal',
  );
});

test('it is asked for in words; where it is not allowed, before the go-ahead, or after enough of them, that is said', async () => {
  const there = { ...anna, domain: 'mobility' } as const;
  expect(await said(there, type('proposer une trajectoire'))).toEqual(['proposal']);
  expect(await said(there, type('proposer'), worldOf([], { proposals: undefined }))).toContain(
    'proposal-not-here',
  );
  expect(await said(anna, type('proposer'))).toEqual(['proposal-where', 'menu']);
  expect(await said(newPerson(), send())).not.toContain('proposal-received');
  expect(await said(author, send(), worldOf([waiting]))).toEqual(['proposal-twice', 'menu']);
  const three = ['a', 'b', 'c'].map((id) => ({ ...waiting, id, title: id }));
  expect(await said({ ...anna, proposals: three.map(({ id }) => ({ id })) }, send(), worldOf(three))).toEqual(
    ['proposal-enough', 'menu'],
  );
  expect(await said(anna, send(), worldOf([], { closed: true }))).toEqual(['closed']);
});

test.each([
  'je veux proposer une trajectoire',
  'Est-ce que je peux proposer une trajectoire ?',
  'J’aimerais bien suggérer une autre trajectoire.',
  'je voudrais en proposer une',
  'j’ai une idée',
  'I’d like to propose one',
  'can I suggest a trajectory?',
  'I have an idea to propose',
])('%s: it is understood as the button is, once the domain is done', async (text) => {
  const first = worldOf().catalogue.domains.find(({ id }) => id === 'mobility')?.trajectories[0]?.id ?? '';
  const done: Participant = {
    ...anna,
    ballots: { [first]: { stance: 1, kept: false, benefits: [], at } as never },
  };
  const turn = await converse(done, type(text), worldOf());
  expect(turn.replies).toEqual([{ label: 'proposal', domain: 'mobility' }]);
});

test('what only may be meant so is no wish where it is not allowed or an answer is awaited', async () => {
  const off = worldOf([], { proposals: undefined });
  expect(await said(anna, type('je veux proposer une trajectoire'), off)).toContain('proposal-not-here');
  expect(await said(anna, type('j’ai une idée'), off)).not.toContain('proposal-not-here');
  expect(await said({ ...anna, domain: 'mobility' }, type('j’ai une idée'))).not.toContain('proposal');
  for (const text of [
    'proposer plus de bus le soir',
    'la mairie propose des idées',
    'j’ai une idée précise du prix',
  ])
    expect(await said({ ...anna, domain: 'mobility' }, type(text))).not.toContain('proposal');
});

test.each([
  'aide',
  'help',
  'aidez-moi à écrire',
  'je ne sais pas quoi mettre',
  'un exemple ?',
  'comment faire',
  'I don’t know',
])('%s: who is writing one is helped with that, and the card stays', async (text) => {
  const { participant } = await converse(anna, open, worldOf());
  expect(await said(participant, type(text))).toEqual(['proposal-help', 'proposal']);
  expect(await said(participant, type('Des vélos prêtés par la mairie'))).toEqual([
    'proposal-on-card',
    'proposal',
  ]);
});

test('each text says in its label how long it may be, wherever the card is shown', () => {
  const { card } = render({ label: 'proposal', domain: 'mobility' }, viewOf('fr'));
  const told = JSON.stringify(card);
  for (const most of [70, 300, 160]) expect(told.replace(/\s/g, ' ')).toContain(`${most} signes au plus`);
});

test('its author alone is told what became of it, once, at their next visit, also after the end', async () => {
  const refused: Proposal = { ...waiting, state: 'refused', decidedAt: at, reason: 'Cela existe déjà.' };
  const turn = await converse(author, { kind: 'joined' }, worldOf([refused]));
  expect(turn.replies[0]).toMatchObject({
    about: 'proposal-refused',
    facts: { reason: 'Cela existe déjà.' },
  });
  expect(await said(turn.participant, { kind: 'joined' }, worldOf([refused]))).not.toContain(
    'proposal-refused',
  );
  const accepted: Proposal = { ...waiting, state: 'accepted', decidedAt: at };
  expect(await said(author, type('menu'), worldOf([accepted], { closed: true }))).toEqual([
    'proposal-accepted',
    'closed',
  ]);
  expect(await said(author, { kind: 'joined' }, worldOf([waiting]))).toEqual(['welcome-back', 'menu']);
  expect(await said(anna, { kind: 'joined' }, worldOf([]))).toEqual(['welcome-back', 'menu']);
});
