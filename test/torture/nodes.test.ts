import { expect, test } from '@jest/globals';
import { onPostgres } from '../store/postgres/suite.ts';
import { nodes } from './nodes/nodes.ts';
import { torment } from './part.ts';

onPostgres('three nodes on one database', () => {
  test('killed, stopped and replaced beneath people, they lose and double nothing, and nobody notices a new release', async () => {
    const { figures, wrongs } = await torment(nodes, 0.02);
    expect(wrongs).toEqual([]);
    expect(Object.fromEntries(figures)).toMatchObject({ 'answers of all of them lost': 0 });
  }, 400_000);
});
