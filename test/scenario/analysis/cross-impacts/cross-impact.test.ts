import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  balances,
  type CrossImpactMatrix,
  consistentScenarios,
  inconsistency,
  totalImpact,
} from '#scenario/analysis/cross-impacts/cross-impact.ts';

/** The sample CIB_global of ScenarioWizard, with the solution it gives. */
const sample: CrossImpactMatrix = {
  descriptors: [
    { id: 'a', variants: ['a1', 'a2', 'a3'] },
    { id: 'b', variants: ['b1', 'b2', 'b3'] },
    { id: 'c', variants: ['c1', 'c2', 'c3', 'c4'] },
  ],
  impacts: [
    [0, 0, 0, 1, 2, -3, -4, -2, 3, 3],
    [0, 0, 0, -2, 1, 1, 3, 5, -3, -5],
    [0, 0, 0, 2, 1, -3, -2, 0, 4, -2],
    [1, -3, 2, 0, 0, 0, -1, -1, 1, 1],
    [1, -2, 1, 0, 0, 0, 0, 1, 0, -1],
    [-2, 3, -1, 0, 0, 0, 1, 2, -1, -2],
    [-3, 5, -2, -3, 1, 2, 0, 0, 0, 0],
    [-2, 3, -1, -2, 1, 1, 0, 0, 0, 0],
    [2, -4, 2, 1, 0, -1, 0, 0, 0, 0],
    [3, -6, 3, -1, 1, 0, 0, 0, 0, 0],
  ],
};

describe('the solution of ScenarioWizard', () => {
  const found = consistentScenarios(sample);

  test('is found: four scenarios, with their impact, basin and margin', () => {
    expect(found).toEqual([
      { variants: ['a2', 'b3', 'c2'], totalImpact: 15, basin: 4, margin: 0 },
      { variants: ['a3', 'b1', 'c3'], totalImpact: 12, basin: 12, margin: 1 },
      { variants: ['a2', 'b2', 'c2'], totalImpact: 9, basin: 1, margin: 0 },
      { variants: ['a1', 'b2', 'c3'], totalImpact: 8, basin: 2, margin: 0 },
    ]);
  });

  test('leaves 17 of 36 starts turning in circles', () => {
    expect(36 - found.reduce((sum, { basin }) => sum + basin, 0)).toBe(17);
  });

  test('holds one by one', () => {
    for (const { variants, totalImpact: impact } of found) {
      expect(inconsistency(sample, variants)).toBe(0);
      expect(totalImpact(sample, variants)).toBe(impact);
    }
  });
});

test('balances add up what the others say of each variant', () => {
  expect(balances(sample, ['a1', 'b1', 'c1'])).toEqual([
    [-2, 2, 0],
    [-2, 3, -1],
    [-5, -3, 4, 4],
  ]);
  expect(inconsistency(sample, ['a1', 'b1', 'c1'])).toBe(9);
});

test('a name that is none is refused clearly', () => {
  expect(() => balances(sample, ['a1', 'b9', 'c1'])).toThrow('“b9” is no variant of b');
  expect(() => totalImpact(sample, ['a1'])).toThrow('one variant a descriptor: 3, not 1');
});

/** Matrices of two to four descriptors with two or three variants. */
const matrices = fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 2, maxLength: 4 }).chain((sizes) => {
  const owner = sizes.flatMap((size, i) => Array.from({ length: size }, () => i));
  const cell = fc.integer({ min: -3, max: 3 });
  return fc
    .array(fc.array(cell, { minLength: owner.length, maxLength: owner.length }), {
      minLength: owner.length,
      maxLength: owner.length,
    })
    .map(
      (table): CrossImpactMatrix => ({
        descriptors: sizes.map((size, i) => ({
          id: `d${i}`,
          variants: Array.from({ length: size }, (_, k) => `d${i}v${k}`),
        })),
        impacts: table.map((row, from) => row.map((value, to) => (owner[from] === owner[to] ? 0 : value))),
      }),
    );
});

const scenariosOf = ({ descriptors }: CrossImpactMatrix) =>
  descriptors.reduce<string[][]>(
    (begun, { variants }) => begun.flatMap((start) => variants.map((variant) => [...start, variant])),
    [[]],
  );

describe('for any matrix', () => {
  test('those found are all those of inconsistency 0', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const expected = scenariosOf(matrix).filter((scenario) => inconsistency(matrix, scenario) === 0);
        const found = consistentScenarios(matrix).map(({ variants }) => variants.join());
        expect(new Set(found)).toEqual(new Set(expected.map((scenario) => scenario.join())));
      }),
    );
  });

  test('favouring all variants of a descriptor alike changes nothing of what holds together', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: -3, max: 3 }), (matrix, more) => {
        const first = matrix.descriptors[0]?.variants.length ?? 0;
        const raised = matrix.impacts.map((row, from) =>
          row.map((value, to) => (from >= first && to < first ? value + more : value)),
        );
        const names = (it: CrossImpactMatrix) =>
          consistentScenarios(it).map(({ variants }) => variants.join());
        expect(new Set(names({ ...matrix, impacts: raised }))).toEqual(new Set(names(matrix)));
      }),
    );
  });
});
