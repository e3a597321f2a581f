import { expect, test } from '@jest/globals';
import { converse } from '#dialogs/converse.ts';
import type { World } from '#dialogs/world.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import { group } from '../cards/samples/group.ts';
import { catalogue, newConsultation, newPerson, newWorld } from './world.ts';

const domains = ['mobility', 'health'] as const;
const consultation = newConsultation({ domains: [...domains], minGroup: 5 });
const provisional = { ...group, kind: 'provisional' as const };
const never = async () => ({ numbers: [] });
const worldOf = (change: Partial<World> = {}) =>
  newWorld(never, { consultation, group: () => provisional, ...change });

const ballot: Ballot = { stance: 1, kept: true, benefits: [] };
const mobility = catalogue.domains.find(({ id }) => id === 'mobility');
const examined = mobility?.trajectories.slice(0, 2).map(({ id }) => id) ?? [];
const before = '2026-11-20T10:00:00.000Z';
/** Somebody who has finished mobility, and not begun the other domain. */
const halfway = newPerson({
  consent: { at: before },
  profile: { roles: [], territory: '' },
  answers: Object.fromEntries((mobility?.questions ?? []).map(({ id }) => [id, { kind: 'skipped' }])),
  examining: { mobility: examined.map((id) => ({ id, why: 'relevant' })) },
  ballots: Object.fromEntries(examined.map((id) => [id, ballot])),
});
const newcomer = newPerson({ consent: { at: before }, profile: { roles: [], territory: '' } });

const said = async (person: typeof halfway, text: string, world: World) =>
  (await converse(person, { kind: 'text', text }, world)).replies[0];
const shown = (reply: Awaited<ReturnType<typeof said>>) =>
  reply?.label === 'group-scenario' && reply.group.state === 'released'
    ? reply.group.scenario.domains.map(({ domain }) => domain)
    : reply;

test('while people answer, the group is shown domain by domain, each once it is finished', async () => {
  expect(await said(newcomer, 'groupe', worldOf())).toMatchObject({
    group: { state: 'waiting', until: 'answers' },
  });
  expect(shown(await said(halfway, 'groupe', worldOf()))).toEqual(['mobility']);
  const pressed = { kind: 'submit', value: { act: 'group-domain', domain: 'health' } } as const;
  const { replies } = await converse(halfway, pressed, worldOf());
  expect(shown(replies[0])).toEqual(['mobility']);
});

test('so is the shared vision, and what stands beside a personal scenario', async () => {
  expect(await said(newcomer, 'vision', worldOf())).toMatchObject({ vision: { until: 'answers' } });
  // One domain alone makes no combination.
  expect(await said(halfway, 'vision', worldOf())).toMatchObject({ vision: { state: 'none' } });
  const mine = await said(halfway, 'mon scénario', worldOf());
  expect(mine).toMatchObject({ label: 'personal-scenario', beside: [{ trajectory: examined[0] }, {}] });
  const forNobody = worldOf({ consultation: { ...consultation, provisionalFor: 'facilitators' } });
  expect(await said(halfway, 'mon scénario', forNobody)).toMatchObject({ beside: [] });
  expect(await said(halfway, 'groupe', forNobody)).toMatchObject({ group: { until: 'end' } });
});

test('whoever facilitates sees all of it, and everybody does after the end', async () => {
  const all = group.state === 'released' ? group.scenario.domains.map(({ domain }) => domain) : [];
  const facilitating = worldOf({
    facilitator: true,
    consultation: { ...consultation, provisionalFor: 'facilitators' },
  });
  expect(shown(await said(newcomer, 'groupe', facilitating))).toEqual(all);
  const over = worldOf({ group: () => group, consultation: { ...consultation, closed: true } });
  expect(shown(await said(newcomer, 'groupe', over))).toEqual(all);
});

test('whoever facilitates is told what the result is, and that what is published is provisional', async () => {
  const facilitating = worldOf({ facilitator: true });
  expect(await said(halfway, 'avancement', facilitating)).toMatchObject({
    of: 'standing',
    result: { state: 'released', kind: 'provisional' },
  });
  expect(await said(halfway, 'publier', facilitating)).toMatchObject({ about: 'published-provisional' });
  const waiting = (until: 'end' | 'reopening') =>
    worldOf({ facilitator: true, group: () => ({ state: 'waiting', minGroup: 5, needed: 1, until }) });
  expect(await said(halfway, 'publier', waiting('end'))).toMatchObject({ about: 'publish-at-end' });
  expect(await said(halfway, 'publier', waiting('reopening'))).toMatchObject({ about: 'publish-too-few' });
});

test('whoever comes back after a new start is told that it is open again', async () => {
  const reopened = worldOf({ consultation: { ...consultation, reopenedAt: '2026-11-23T09:00:00.000Z' } });
  const back = (updatedAt: string) => converse({ ...halfway, updatedAt }, { kind: 'joined' }, reopened);
  expect((await back(before)).replies[0]).toMatchObject({ about: 'open-again' });
  expect((await back(reopened.now)).replies[0]).toMatchObject({ about: 'welcome-back' });
});
