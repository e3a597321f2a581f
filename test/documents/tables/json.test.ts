import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Result } from '#documents/result.ts';
import { json } from '#documents/tables/json/json.ts';
import { ResultForm, resultSchema } from '#documents/tables/json/result-form.ts';
import { sampleResult } from '../sample-result.ts';
import { textOf } from './text-of.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { 'date-time': true, uri: URL.canParse } });
const validate = ajv.compile(resultSchema('https://consultations.example'));
const read = (result: Result) => JSON.parse(textOf(json(result)));
const sample = sampleResult('fr');

describe('a result as JSON', () => {
  test.each<[string, Result]>([
    ['in French', sample],
    ['in English, for the public', sampleResult('en', { people: 120, minGroup: 11 })],
    ['of very few people', sampleResult('fr', { people: 6 })],
    ['while people answer', sampleResult('fr', { kind: 'provisional' })],
    ['without a vision', { ...sample, vision: { state: 'none', reason: 'too-few' } }],
    ['with a vision to come', { ...sample, vision: { state: 'waiting', minGroup: 5, needed: 2 } }],
  ])('%s has the form that its schema describes', (_, result) => {
    const data = read(result);
    expect(validate(data) ? [] : validate.errors).toEqual([]);
    expect(ResultForm.parse(data)).toEqual(data);
  });

  test('says whose it is, of whom, and on how few people nothing is said', () => {
    expect(read(sample)).toMatchObject({
      $schema: 'https://consultations.example/schemas/resultats-1.json',
      language: 'fr',
      generated: '2026-11-20T18:00:00.000Z',
      minGroup: 5,
      source: { producer: 'Communauté de communes de la Seille' },
      consultation: { code: 'vallee', title: 'Vallée de la Seille 2040' },
      participants: { count: 60, selfSelected: true },
    });
  });

  test('is under an open licence where it may be published, and there alone', () => {
    expect(read(sample)).not.toHaveProperty('licence');
    expect(read(sampleResult('fr', { minGroup: 11 }))).toMatchObject({
      licence: { name: 'Licence Ouverte 2.0' },
    });
  });

  test('of a provisional result says tenths and bands of people, and nothing finer', () => {
    const data = read(sampleResult('fr', { kind: 'provisional' }));
    expect(data).toMatchObject({ kind: 'provisional', participants: { count: { from: 60, to: 64 } } });
    expect(data).not.toHaveProperty('opinionGroups');
    const [{ figures }] = data.domains[0].trajectories;
    expect(Object.keys(figures).sort()).toEqual(
      ['n', 'examined', 'dontKnowRate', 'support', 'opposition', 'kept', 'benefits'].sort(),
    );
    for (const share of [figures.support, figures.opposition, figures.kept])
      expect(share * 10).toBeCloseTo(Math.round(share * 10), 9);
  });

  test('says the ends of an axis along which opinion is spread out, and how many stand where', () => {
    const { scenario } = sample;
    const [first] = scenario.opinion?.groups ?? [];
    const typical = first?.typical ?? [];
    const bins = [
      { from: -2, to: 0.25, n: 30 },
      { from: 0.25, to: 2, n: 28 },
    ];
    const spread = { low: typical, high: typical.slice(0, 1), bins };
    const opinion = { placed: 58, shape: 'spread' as const, spread, groups: [] };
    const data = read({ ...sample, scenario: { ...scenario, opinion } });
    expect(validate(data) ? [] : validate.errors).toEqual([]);
    expect(data).toMatchObject({
      opinionShape: 'spread',
      opinionGroups: [],
      opinionSpread: { count: 58, bins: [{ from: -2, to: 0.25, count: 30 }, { count: 28 }] },
    });
    expect(data.opinionSpread.low[0]).toMatchObject({
      trajectory: typical[0]?.trajectory,
      side: typical[0]?.side,
    });
    expect(read(sample)).toMatchObject({ opinionShape: 'clusters' });
  });

  test('says who took part exactly where it may, in words where it may not, in bands while people answer', () => {
    const who = {
      roles: { resident: 20, elected: 'few', citizen: 'nearly-all' },
      territories: {},
    } as const;
    const rolesOf = (kind: Result['kind']) =>
      read({ ...sample, kind, scenario: { ...sample.scenario, who } }).participants.roles;
    expect(rolesOf('final')).toMatchObject([
      { id: 'resident', count: 20, people: 20 },
      { id: 'elected', count: null, people: 'few' },
      { id: 'citizen', count: null, people: 'nearly-all' },
    ]);
    expect(rolesOf('provisional')[0]).toMatchObject({ count: null, people: { from: 20, to: 24 } });
  });

  test('keeps its names and codes in every language; only titles and reasons change', () => {
    const codes = (data: unknown): unknown =>
      JSON.parse(
        JSON.stringify(data, (key, value) =>
          ['title', 'reason', 'territory', 'producer', 'language'].includes(key) ? undefined : value,
        ),
      );
    expect(codes(read(sample))).toEqual(codes(read(sampleResult('en'))));
    expect(read(sample).domains[0].title).not.toBe(read(sampleResult('en')).domains[0].title);
  });
});

describe('the schema refuses', () => {
  const known = (data: ReturnType<typeof read>) =>
    data.domains[0].trajectories.find((one: { figures?: unknown }) => one.figures);

  test.each<[string, (data: ReturnType<typeof read>) => void]>([
    ['a field too many', (data) => Object.assign(data, { names: ['Anne'] })],
    ['a field too many deep inside', (data) => Object.assign(known(data).figures, { mean: 0.3 })],
    ['a field left out', (data) => delete data.minGroup],
    ['figures without their number of people', (data) => delete known(data).figures.n],
    ['a benefit left out', (data) => delete known(data).figures.benefits.jobs],
    ['a benefit nobody knows', (data) => Object.assign(known(data).figures.benefits, { fame: 0.1 })],
    ['a share above all', (data) => Object.assign(known(data).figures.support, { share: 1.2 })],
    ['half a person', (data) => Object.assign(data.participants, { count: 12.5 })],
    ['an unknown class', (data) => Object.assign(known(data), { class: 'loved' })],
    ['a date in words', (data) => Object.assign(data, { generated: 20261120 })],
    ['a count as text', (data) => Object.assign(data.participants.roles[0], { count: '12' })],
    ['an impact too strong', (data) => Object.assign(data.vision.synergies[0], { strength: 4 })],
    ['a vision without a state', (data) => delete data.vision.state],
    [
      'another form',
      (data) => Object.assign(data, { $schema: 'https://a.example/schemas/resultats-2.json' }),
    ],
    ['a form without an address', (data) => Object.assign(data, { $schema: '/schemas/resultats-1.json' })],
  ])('%s', (_, change) => {
    const data = read(sample);
    change(data);
    expect(validate(data)).toBe(false);
  });
});

test('the schema explains every field of the first level', () => {
  const { $id, $schema, properties } = resultSchema('https://consultations.example') as {
    $id: string;
    $schema: string;
    properties: Record<string, { title?: string; description?: string }>;
  };
  expect([$id, $schema]).toEqual([
    'https://consultations.example/schemas/resultats-1.json',
    'https://json-schema.org/draft/2020-12/schema',
  ]);
  for (const field of Object.values(properties)) expect(field.title ?? field.description).toBeDefined();
});
