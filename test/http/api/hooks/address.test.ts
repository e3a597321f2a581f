import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placesOf, readHookAddress } from '#web/api/hooks/hook-address.ts';
import { postSigned } from '#web/api/hooks/post-signed.ts';
import { isPublicAddress } from '#web/api/hooks/public-address.ts';
import { receiver } from './receiver.ts';

const town = { thisMachine: false };
const trial = { thisMachine: true };

const leadsTo =
  (...addresses: readonly string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

test.each([
  '10.1.2.3',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.0.1',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  'fe80::1',
  'fd00:ec2::254',
  'ff02::1',
  '2001:db8::1',
  '2002:a00:1::',
  'nulle-part',
])('%s is no address of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '2606:4700:4700::1111'])('%s is one', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test('however an address of a private network is written, it is refused', async () => {
  const inside = fc.oneof(
    fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
    fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
  );
  const written = fc.constantFrom(
    (parts: readonly number[]) => parts.join('.'),
    (parts: readonly number[]) => `${parts.reduce((sum, one) => sum * 256 + one, 0)}`,
    (parts: readonly number[]) => `0x${parts.map((one) => one.toString(16).padStart(2, '0')).join('')}`,
    (parts: readonly number[]) => parts.map((one) => `0${one.toString(8)}`).join('.'),
    (parts: readonly number[]) => `[::ffff:${parts.join('.')}]`,
  );
  await fc.assert(
    fc.asyncProperty(inside, written, async (parts, write) => {
      expect(await readHookAddress(`https://${write(parts)}/`, town)).toEqual({ why: 'private' });
    }),
  );
});

test.each([
  ['ftp://www.exemple.fr/', 'no-address'],
  ['www.exemple.fr', 'no-address'],
  ['https://moi:secret@www.exemple.fr/', 'no-address'],
  [`https://www.exemple.fr/${'x'.repeat(600)}`, 'no-address'],
  ['http://www.exemple.fr/', 'not-secure'],
  ['http://127.0.0.2/', 'private'],
  ['https://127.0.0.2/', 'private'],
])('%s: %s', async (address, why) => {
  expect(await readHookAddress(address, { ...town, resolve: leadsTo('8.8.8.8') })).toEqual({ why });
});

test('a name is refused when one of its addresses is inside', async () => {
  const address = 'https://signaux.exemple.fr/ici';
  expect(await readHookAddress(address, { ...town, resolve: leadsTo('8.8.8.8', '10.0.0.1') })).toEqual({
    why: 'private',
  });
  expect(await readHookAddress(address, { ...town, resolve: leadsTo('127.0.0.1') })).toEqual({
    why: 'private',
  });
  expect(await readHookAddress(address, { ...town, resolve: leadsTo() })).toEqual({ why: 'private' });
  expect(await readHookAddress(address, { ...town, resolve: () => Promise.reject(new Error()) })).toEqual({
    why: 'unknown-host',
  });
  expect(await readHookAddress(address, { ...town, resolve: leadsTo('8.8.8.8') })).toEqual({ address });
});

test('this machine is told by its own names alone', async () => {
  expect(await readHookAddress('http://localhost:8080/a', trial)).toEqual({
    address: 'http://localhost:8080/a',
  });
  await expect(
    placesOf(new URL('http://localhost/'), { ...trial, resolve: leadsTo('10.0.0.1') }),
  ).rejects.toThrow();
});

test.each([
  'http://127.0.0.1:22/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://127.1/',
  'http://localhost:8080/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://0.0.0.0/',
  'https://169.254.169.254/latest/meta-data/',
])('this server is told nothing of by anyone once others reach it: %s', async (address) => {
  const resolve = leadsTo('127.0.0.1');
  expect(await readHookAddress(address, { ...town, resolve })).toEqual({ why: 'private' });
  // One that was taken during a trial is refused at the sending.
  await expect(placesOf(new URL(address), { ...town, resolve })).rejects.toThrow();
});

test('a name that leads elsewhere by the time of sending reaches nobody', async () => {
  const inside = await receiver();
  try {
    const { port } = new URL(inside.url);
    const sent = await postSigned(`https://signaux.exemple.fr:${port}/`, '{}', {
      ...{ signatures: {}, timeoutMs: 2_000, stop: new AbortController().signal },
      reach: { ...town, resolve: leadsTo('127.0.0.1') },
    });
    expect([sent, inside.heard]).toEqual(['refused-address', []]);
  } finally {
    await inside.stop();
  }
});
