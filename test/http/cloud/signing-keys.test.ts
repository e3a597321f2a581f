import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSigningKeys } from '#channels/bot-framework/authentication/signing-keys.ts';
import { channelService } from './channel-service.ts';

let service: Awaited<ReturnType<typeof channelService>>;
let time = 0;
beforeEach(async () => {
  service = await channelService();
  time = 0;
});
afterEach(() => service.stop());

const minutes = (n: number) => n * 60_000;

test('asked by many at once, the keys are read once', async () => {
  const find = createSigningKeys(service.metadataUrl, () => time);
  const found = await Promise.all(Array.from({ length: 20 }, () => find('teams')));
  expect(found.every(({ outcome }) => outcome === 'found')).toBe(true);
  expect(service.reads()).toBe(1);
});

test('a new key is found when it comes, within five minutes', async () => {
  service.publish(['teams']);
  const find = createSigningKeys(service.metadataUrl, () => time);
  expect((await find('empty')).outcome).toBe('unknown');
  service.publish(['teams', 'empty']);
  time = minutes(4);
  expect((await find('empty')).outcome).toBe('unknown');
  time = minutes(6);
  expect((await find('empty')).outcome).toBe('found');
  expect(service.reads()).toBe(2);
});

test('a key withdrawn is forgotten within a day', async () => {
  const find = createSigningKeys(service.metadataUrl, () => time);
  await find('teams');
  service.publish(['empty']);
  expect((await find('teams')).outcome).toBe('found');
  time = minutes(24 * 60 + 1);
  expect((await find('teams')).outcome).toBe('unknown');
});

test('while the service is silent, the keys read last go on', async () => {
  const apart = await channelService();
  const find = createSigningKeys(apart.metadataUrl, () => time);
  await find('teams');
  await apart.stop();
  time = minutes(24 * 60 + 1);
  expect((await find('teams')).outcome).toBe('found');
});

test('keys are not read over plain http from elsewhere', async () => {
  const found = await createSigningKeys('http://keys.example/metadata', () => time)('teams');
  expect(found).toMatchObject({
    outcome: 'unavailable',
    error: { message: expect.stringContaining('not https') },
  });
});
