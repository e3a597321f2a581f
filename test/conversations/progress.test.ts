import { describe, expect, test } from '@jest/globals';
import { converse } from '#dialogs/converse.ts';
import { progressOf } from '#dialogs/place/progress.ts';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { ballot, catalogue } from '../scenario/fixture.ts';
import { newConsultation, newPerson, newWorld, catalogue as ours } from './world.ts';

/** Two domains: three trajectories in mobility, two in health; no question but where `withQuestions`. */
const world = { catalogue, consultation: newConsultation({ domains: ['mobility', 'health'] }) };
const consent = { at: '2026-11-23T10:00:00.000Z' };
const list = (...ids: string[]) => ids.map((id) => ({ id, why: 'relevant' as const }));

const agreed = (change: Partial<Participant> = {}) => progressOf(newPerson({ consent, ...change }), world);
const statesOf = (change: Partial<Participant>) =>
  Object.fromEntries(agreed(change)?.domains.map(({ domain, state }) => [domain, state]) ?? []);

describe('the course of a person', () => {
  test('is nothing before they agreed, whatever else there is of them', () => {
    expect(progressOf(newPerson({ spent: 40, unclear: [{ item: 'consent', at: consent.at }] }), world)).toBe(
      undefined,
    );
  });

  test('begins with nothing touched', () => {
    expect(agreed()).toEqual({
      startedOn: '2026-11-23',
      roles: [],
      domains: [
        { domain: 'mobility', state: 'untouched' },
        { domain: 'health', state: 'untouched' },
      ],
      items: {},
      unclear: {},
    });
  });

  test('starts on the day it was where the consultation is held', () => {
    const late = newPerson({ consent, startedAt: '2026-11-23T23:30:00.000Z' });
    const there = { ...world, consultation: newConsultation({ timeZone: 'America/Cayenne' }) };
    expect(progressOf(late, world)?.startedOn).toBe('2026-11-24');
    expect(progressOf(late, there)?.startedOn).toBe('2026-11-23');
  });

  test('tells answers from what was passed over and what is not known, and where they stand', () => {
    const half = agreed({
      domain: 'mobility',
      examining: { mobility: list('m2', 'm1', 'm3') },
      ballots: { m2: ballot(1), m1: 'skipped' },
      profile: { roles: ['resident'], territory: 'town' },
      spent: 95,
    });
    expect(half).toMatchObject({
      roles: ['resident'],
      territory: 'town',
      items: { m2: 'answered', m1: 'skipped' },
      standsAt: 'm3',
      spent: 95,
    });
    expect(half?.domains[0]).toEqual({ domain: 'mobility', state: 'begun' });
  });

  test('ends where a domain is done: they stand nowhere in it', () => {
    const done = agreed({
      examining: { health: list('h1', 'h2') },
      ballots: { h1: ballot(2), h2: ballot('dont-know') },
    });
    expect(done?.domains[1]).toEqual({ domain: 'health', state: 'done' });
    expect(done?.items).toEqual({ h1: 'answered', h2: 'dont-know' });
    expect(done).not.toHaveProperty('standsAt');
  });

  test('stands in the domain under way rather than in one left half-way', () => {
    const examining = { mobility: list('m1', 'm2'), health: list('h1', 'h2') };
    const ballots = { m1: ballot(1) };
    expect(agreed({ examining, ballots })).toMatchObject({ standsAt: 'm2' });
    expect(agreed({ examining, ballots, domain: 'health' })).toMatchObject({ standsAt: 'h1' });
    expect(statesOf({ examining, ballots, domain: 'health' })).toEqual({
      mobility: 'begun',
      health: 'begun',
    });
  });

  test('a domain opened again for more is begun again', () => {
    const ballots = { h1: ballot(2) };
    expect(statesOf({ examining: { health: list('h1') }, ballots })).toMatchObject({ health: 'done' });
    const more = { examining: { health: list('h1', 'h2') }, ballots };
    expect(statesOf(more)).toMatchObject({ health: 'begun' });
  });

  test('what was reworded since is where they stand until they confirm it', () => {
    const health: Partial<Participant> = { examining: { health: list('h1', 'h2') }, domain: 'health' };
    const ballots = { h1: ballot(2), h2: ballot(1) };
    const course = agreed({ ...health, ballots, toConfirm: ['h1'] });
    expect(course).toMatchObject({ standsAt: 'h1', items: { h2: 'answered' } });
    expect(course?.items).not.toHaveProperty('h1');
  });

  test('counts what was not understood, without a word of it', () => {
    const unclear = [
      { item: 'm1', at: consent.at, text: 'secret' },
      { item: 'menu', at: consent.at },
      { item: 'm1', at: consent.at },
    ];
    expect(agreed({ unclear })?.unclear).toEqual({ m1: 2, menu: 1 });
    expect(
      JSON.stringify(agreed({ unclear, answers: { q: { kind: 'text', value: 'secret' } } })),
    ).not.toContain('secret');
  });

  test('leaves out a domain that the consultation has not', () => {
    const one = { ...world, consultation: newConsultation({ domains: ['health'] }) };
    const course = progressOf(newPerson({ consent, ballots: { m1: ballot(1) }, domain: 'mobility' }), one);
    expect(course?.domains).toEqual([{ domain: 'health', state: 'untouched' }]);
    expect(course?.items).toEqual({});
  });
});

test('a whole domain of the catalogue is walked through, item by item, to its end', async () => {
  const whole = newWorld(async () => ({ numbers: [] }), {
    consultation: newConsultation({ domains: ['commerce', 'health'] }),
  });
  const commerce = ours.domains.find(({ id }) => id === 'commerce') as Domain;
  let person = newPerson({ consent, profile: { roles: 'declined', territory: 'declined' } });
  const turn = async (text: string) => {
    const event = { kind: 'text' as const, text };
    person = (await converse(person, event as Parameters<typeof converse>[1], whole)).participant;
    return progressOf(person, whole);
  };
  let course = await turn('1');
  expect(course?.domains[0]).toEqual({ domain: 'commerce', state: 'begun' });
  expect(course?.standsAt).toBe(commerce.questions[0]?.id);
  const stood: (string | undefined)[] = [];
  for (let i = 0; i < 40 && course?.domains[0]?.state === 'begun'; i++) {
    stood.push(course.standsAt);
    course = await turn('passer');
  }
  expect(course?.domains).toEqual([
    { domain: 'commerce', state: 'done' },
    { domain: 'health', state: 'untouched' },
  ]);
  expect(Object.keys(course?.items ?? {})).toEqual(stood);
  expect(new Set(Object.values(course?.items ?? {}))).toEqual(new Set(['skipped']));
  expect(stood.length).toBeGreaterThan(4);
});
