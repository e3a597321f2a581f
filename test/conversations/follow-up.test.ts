import { expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import { converse } from '#dialogs/converse.ts';
import { handleChannelEvent } from '#dialogs/handle-channel-event.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { FollowUp } from '#domain/consultation/follow-up/follow-up.ts';
import { viewOf as drawn } from '../cards/samples/view.ts';
import { catalogue, newConsultation, newPerson, newWorld } from './world.ts';

const at = '2026-11-22T10:00:00.000Z';
const trajectories = catalogue.domains.flatMap((domain) => domain.trajectories.map(({ id }) => id));
const whole: FollowUp = {
  ...{ id: 'whole', state: 'kept', why: { fr: 'Le conseil a voté [le budget](http://x).' }, at },
  charge: 'La direction des mobilités',
};
const on = (trajectory: string, i: number): FollowUp => ({
  ...{ id: `t${i}`, state: 'study', trajectory, at },
  why: { fr: `Une longue raison, la ${i}e. ${'Elle compte beaucoup ici. '.repeat(18)}`.trim() },
});
const over = { closed: true, closedAt: '2026-11-21T10:00:00.000Z' };
const worldOf = (change: Partial<Consultation>) =>
  newWorld(async () => ({ numbers: [] }), { consultation: newConsultation({ ...over, ...change }) });
const person = newPerson({ consent: { at }, profile: { roles: [], territory: 'declined' } });
/** How cards look in a language, about a consultation. */
const viewOf = (language: string, its: { readonly consultation: Consultation }) => ({
  ...drawn(language),
  ...its,
});
const labels = (replies: readonly { readonly label: string }[]) => replies.map(({ label }) => label);

test('whoever comes back to a closed consultation reads what was done, before anything else', async () => {
  const world = worldOf({ followUps: [whole] });
  const { replies } = await converse(person, { kind: 'joined' }, world);
  expect(replies).toMatchObject([
    { label: 'notice', about: 'welcome-back' },
    { label: 'follow-up' },
    { label: 'notice', about: 'closed' },
  ]);
  const before = await converse(person, { kind: 'joined' }, worldOf({}));
  expect(labels(before.replies)).toEqual(['notice', 'notice']);
});

test('it is asked for in words and by a button, and where there is nothing that is said', async () => {
  const say = async (text: string, change: Partial<Consultation>) =>
    (await converse(person, { kind: 'text', text }, worldOf(change))).replies;
  expect(labels(await say('suites', { followUps: [whole] }))).toEqual(['follow-up']);
  expect(labels(await say('Ce qui a été fait ?', { followUps: [whole] }))).toEqual(['follow-up']);
  expect(await say('suites', {})).toMatchObject([{ about: 'no-follow-up' }, { about: 'closed' }]);
  const closed = { label: 'notice', about: 'closed' } as const;
  const buttons = (consultation: Consultation) =>
    render(closed, viewOf('fr', { consultation })).card?.actions.map(({ title }) => title);
  expect(buttons(newConsultation({ ...over, followUps: [whole] }))).toContain('Ce qui en a été fait');
  expect(buttons(newConsultation(over))).not.toContain('Ce qui en a été fait');
});

test('so it is in a channel, for everybody', () => {
  const word = { kind: 'text', text: 'suites' } as const;
  expect(labels(handleChannelEvent(word, worldOf({ followUps: [whole] })).replies)).toEqual(['follow-up']);
  expect(labels(handleChannelEvent(word, worldOf({})).replies)).toEqual(['help']);
});

test('the card says what became of each thing, when, why and who is in charge; Markdown in it is only words', () => {
  const again: FollowUp = { ...whole, id: 'later', state: 'done', correctedAt: '2027-03-01T10:00:00.000Z' };
  const consultation = newConsultation({ ...over, followUps: [{ ...whole, at: over.closedAt }, again] });
  const { text, card } = render({ label: 'follow-up' }, viewOf('fr', { consultation }));
  expect(text.replaceAll(/\s/g, ' ')).toContain(
    'Toute la consultation : Fait, réponse du 22 novembre 2026, corrigée le 1er mars 2027. Le conseil a voté',
  );
  expect(text).toContain('La direction des mobilités');
  // What it was before is read on the page.
  expect(text).not.toContain('Retenu');
  expect(JSON.stringify(card?.body)).not.toContain('[le budget](http');
  const english = render({ label: 'follow-up' }, viewOf('en', { consultation })).text;
  expect(english).toContain('Done, answer of 22 November 2026');
  expect(english).toContain('Le conseil a voté');
});

test('however many answers there are, the card stays within what hosts take, and says what it leaves out', () => {
  const followUps = [whole, ...trajectories.map(on)];
  const consultation = newConsultation({ ...over, followUps });
  const { text, card } = render({ label: 'follow-up' }, viewOf('fr', { consultation }));
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
  expect(text).toMatch(/autres réponses ne sont pas montrées ici/);
});

test('whoever comes for the first time once it has ended is greeted, and not told what would be asked', async () => {
  const world = worldOf({});
  const [hello, ...rest] = (await converse(newPerson(), { kind: 'joined' }, world)).replies;
  if (hello === undefined) throw new Error('Nothing is said');
  const { text } = render(hello, viewOf('fr', world));
  expect(text).toContain('Découverte');
  expect(text).not.toContain('minutes');
  expect(labels(rest)).toEqual(['notice']);
});
