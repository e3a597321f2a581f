import { describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '#catalogue/load.ts';
import { consistentScenarios, inconsistency } from '#scenario/analysis/cross-impacts/cross-impact.ts';
import { impactMatrix } from '#scenario/analysis/cross-impacts/impact-matrix.ts';
import { catalogueFolder } from './workbench.ts';

const loaded = loadCatalogue(catalogueFolder);
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 2));
const { catalogue } = loaded;
const matrix = impactMatrix(catalogue);
const consistent = consistentScenarios(matrix);
const judgements = Object.values(catalogue.crossImpacts).flatMap((targets) => Object.values(targets));

describe('how the orientations of different domains bear on one another', () => {
  test('is judged for each of the 270 pairs, in both directions of favour', () => {
    expect(judgements).toHaveLength(270);
    const share = (test: (judgement: number) => boolean) => judgements.filter(test).length / 270;
    expect(share((judgement) => judgement < 0)).toBeGreaterThan(0.15);
    expect(share((judgement) => judgement > 0)).toBeGreaterThan(0.2);
  });

  test('leaves several ways open for the whole: 3 to 30 combinations hold together', () => {
    expect(consistent.length).toBeGreaterThanOrEqual(3);
    expect(consistent.length).toBeLessThanOrEqual(30);
  });

  test('shuts no orientation out: each stands in a combination that nearly holds together', () => {
    const near = combinations(matrix.descriptors.map(({ variants }) => variants)).filter(
      (scenario) => inconsistency(matrix, scenario) <= 1,
    );
    const open = new Set(near.flat());
    expect(
      catalogue.domains.flatMap(({ orientations }) => orientations).filter((id) => !open.has(id)),
    ).toEqual([]);
  });

  test('lets different worlds hold: no orientation stands in all of them', () => {
    for (const id of catalogue.domains.flatMap(({ orientations }) => orientations)) {
      expect({ id, always: consistent.every(({ variants }) => variants.includes(id)) }).toEqual({
        id,
        always: false,
      });
    }
  });
});

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (begun, list) => begun.flatMap((start) => list.map((id) => [...start, id])),
    [[]],
  );
}
