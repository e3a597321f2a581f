import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCatalogue } from '#catalogue/load.ts';
import { fromTables } from '#documents/workbook/from-tables.ts';
import { tableNames } from '#documents/workbook/table.ts';
import { toTables } from '#documents/workbook/to-tables.ts';
import type { Catalogue, CatalogueText, Question } from '#domain/catalogue/catalogue.ts';
import { writeFolder } from '#src/tools/catalogue/write.ts';
import { catalogues } from '#test/conversations/catalogues.ts';
import { runs } from '#test/runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'any-catalogue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const worded = (id: string) => `Ce que dit ${id}`;
const each = <T>(ids: readonly string[], word: (id: string) => T) =>
  Object.fromEntries(ids.map((id) => [id, word(id)]));

/** The same catalogue with what a check asks of it besides: words for everything, two orientations, a theme. */
function complete(bare: Catalogue): Catalogue {
  const domains = bare.domains.map((domain) => ({
    ...domain,
    themes: ['theme'],
    orientations: [`${domain.id}-one`, `${domain.id}-two`],
    trajectories: [
      ...domain.trajectories,
      { ...(domain.trajectories[0] ?? never()), id: `${domain.id}-extra` },
    ].map((one, i) => ({
      ...one,
      orientation: `${domain.id}-${i === 0 ? 'one' : 'two'}`,
      tags: ['theme'],
      criteria: ['jobs' as const],
    })),
  }));
  const asked = (question: Question) => ({
    title: worded(question.id),
    ...('options' in question && { options: each(question.options, worded) }),
    ...(question.kind === 'scale' && { points: ['un', 'deux', 'trois', 'quatre', 'cinq'] as const }),
  });
  const [first] = Object.values(bare.text);
  const filled = <K extends string>(labels: Readonly<Record<K, string>>) =>
    Object.fromEntries(Object.keys(labels).map((id) => [id, worded(id)])) as Record<K, string>;
  if (first === undefined) throw new Error('No text in the sample');
  const text: CatalogueText = {
    title: 'Un catalogue',
    description: 'Tiré au sort.',
    domains: each(
      domains.map(({ id }) => id),
      (id) => ({ title: worded(id), description: worded(id) }),
    ),
    questions: Object.fromEntries(
      domains.flatMap(({ questions }) => questions.map((it) => [it.id, asked(it)])),
    ),
    trajectories: each(
      domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id)),
      (id) => ({
        title: worded(id),
        summary: worded(id),
        benefit: worded(id),
        risk: worded(id),
        example: worded(id),
      }),
    ),
    orientations: each(
      domains.flatMap(({ orientations }) => [...orientations]),
      (id) => ({ title: worded(id), description: worded(id) }),
    ),
    crossImpacts: {},
    roles: each(bare.roles, worded),
    territories: each(bare.territories, worded),
    stances: filled(first.stances),
    horizons: filled(first.horizons),
    criteria: filled(first.criteria),
  };
  return { ...bare, version: '1.0.0', domains, text: { fr: text } };
}

function never(): never {
  throw new Error('A domain without a trajectory');
}

test('the catalogues that the robot plays are such as a check accepts, and come back whole from their files', () => {
  let nth = 0;
  fc.assert(
    fc.property(catalogues.map(complete), (catalogue) => {
      const dir = join(folder, `${nth++}`);
      const tables = toTables(catalogue);
      const named = new Map(
        tableNames.flatMap((name) =>
          tables.filter((it) => it.name === name).map((it) => [name, it] as const),
        ),
      );
      expect(writeFolder(fromTables(named), dir)).toEqual({ outcome: 'written' });
      const loaded = loadCatalogue(dir);
      if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
      expect(loaded.catalogue.domains).toEqual(catalogue.domains);
    }),
    { numRuns: runs(10, 250) },
  );
});
