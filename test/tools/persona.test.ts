import { describe, expect, test } from '@jest/globals';
import { readOptions } from '#src/tools/simulate/options.ts';
import { groupSizes, persona } from '#src/tools/simulate/persona.ts';
import { createReport, quantile } from '#src/tools/simulate/report.ts';
import { createRng } from '#src/tools/simulate/rng.ts';

describe('a persona', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(persona(7, 3)).toEqual(persona(7, 3));
    expect(persona(7, 3)).not.toEqual(persona(8, 3));
  });

  test('comes in every kind', () => {
    const crowd = Array.from({ length: 300 }, (_, i) => persona(7, i));
    expect(new Set(crowd.map(({ group }) => group)).size).toBe(groupSizes(7).length);
    expect(new Set(crowd.map(({ language }) => language))).toEqual(new Set(['fr', 'en']));
    for (const kind of [
      crowd.filter(({ leavesAt }) => leavesAt !== undefined),
      crowd.filter(({ declinesProfile }) => declinesProfile),
      crowd.filter(({ types }) => types > 0.5),
      crowd.filter(({ mumbles }) => mumbles > 0),
      crowd.filter(({ wanders }) => wanders > 0),
    ]) {
      expect(kind.length).toBeGreaterThan(15);
      expect(kind.length).toBeLessThan(200);
    }
  });
});

test('chance is even', () => {
  const rng = createRng(1);
  const draws = Array.from({ length: 4000 }, () => rng.next());
  expect(draws.reduce((sum, x) => sum + x, 0) / draws.length).toBeCloseTo(0.5, 1);
  expect(rng.pick([])).toBeUndefined();
});

describe('the options', () => {
  test('have defaults', () => {
    expect(readOptions([])).toEqual({
      options: {
        participants: 50,
        seed: 7,
        url: 'http://127.0.0.1:3978',
        consultation: 'decouverte',
        concurrency: 8,
      },
    });
  });

  test.each([
    [['--participants', '0'], '--participants'],
    [['--seed', 'x'], '--seed'],
    [['--url', 'here'], '--url'],
    [['--consultation', 'Ma Ville'], '--consultation'],
    [['--people', '3'], '--people'],
    [['--seed'], '--seed'],
  ])('%j is told to be wrong', (args, named) => {
    const read = readOptions(args);
    expect('problem' in read && read.problem).toContain(named);
  });
});

describe('the report', () => {
  test('says people, turns, replies, median and p99', () => {
    const report = createReport(2);
    report.add({ ended: 'finished', turns: 3, replies: 5, times: [1, 2, 30], stances: [] });
    expect(report.progress()).toBe('[###############---------------] 1/2 people, 3 turns');
    report.add({ ended: 'failed', failure: 'lost', turns: 1, replies: 0, times: [4], stances: [] });
    expect(report.failures).toEqual(['lost']);
    expect(report.summary()).toBe(
      '2 people (1 to the end, 0 left half-way, 1 failed), 4 turns, 5 replies, reply time: median 2 ms, p99 30 ms',
    );
  });

  test('has a quantile of nothing', () => {
    expect(quantile([], 0.5)).toBe(0);
  });
});
