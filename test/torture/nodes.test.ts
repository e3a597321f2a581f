import { expect, test } from '@jest/globals';
import { onPostgres } from '../store/postgres/suite.ts';
import { nodes } from './nodes/nodes.ts';
import { torment } from './part.ts';

const story =
  'three nodes, killed, stopped and replaced beneath people, lose and double nothing, and nobody notices a new release';

// It takes both processors for a minute and a half: beside other suites, it would measure those.
if (process.env.TEST_RUNS === 'full')
  onPostgres('three nodes on one database', () => {
    test(story, async () => {
      const { figures, wrongs } = await torment(nodes, 0.02);
      expect(wrongs).toEqual([]);
      expect(Object.fromEntries(figures)).toMatchObject({ 'answers of all of them lost': 0 });
    }, 400_000);
  });
else
  test.skip(`${story} (skipped: it wants the machine for itself; npm run test:full, or npm run torture -- nodes)`, () => {});
