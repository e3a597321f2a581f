import { expect, test } from '@jest/globals';
import { onPostgres } from '../store/postgres/suite.ts';
import { fewNodes, nodes } from './nodes/nodes.ts';
import { type Part, torment } from './part.ts';

const withstood = async (part: Part) => {
  const { figures, wrongs } = await torment(part, 0.02);
  expect(wrongs).toEqual([]);
  expect(Object.fromEntries(figures)).toMatchObject({ 'answers of all of them lost': 0 });
};

onPostgres('several nodes on one database', () => {
  test(
    'two nodes, of which one dies and one stops, and whose database dies, lose and double nothing',
    () => withstood(fewNodes),
    300_000,
  );

  // It takes both processors for minutes: beside other suites, it would measure those.
  if (process.env.TEST_RUNS === 'full')
    test(
      'three nodes, killed, stopped, standing still and replaced beneath people, lose and double nothing',
      () => withstood(nodes),
      900_000,
    );
});
