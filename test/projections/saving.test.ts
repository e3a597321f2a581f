import { expect, test } from '@jest/globals';
import { createSaving } from '#projections/group/saving.ts';

test('whoever comes while another one saves waits until it is durable', async () => {
  const disk = Promise.withResolvers<void>();
  const steps: string[] = [];
  const saving = createSaving(() => disk.promise.then(() => void steps.push('durable')));
  saving.changed();
  const all = Promise.all([1, 2].map((one) => saving.durable().then(() => steps.push(`told ${one}`))));
  disk.resolve();
  await all;
  expect(steps).toEqual(['durable', 'told 1', 'told 2']);
});

test('what could not be saved is saved the next time; what has not changed is not', async () => {
  let tries = 0;
  const saving = createSaving(async () => {
    tries += 1;
    if (tries === 1) throw new Error('full');
  });
  saving.changed();
  await expect(saving.durable()).rejects.toThrow('full');
  await saving.durable();
  await saving.durable();
  expect(tries).toBe(2);
});
