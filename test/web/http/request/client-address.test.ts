import { globSync, readFileSync } from 'node:fs';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createClientAddress, isTrustable } from '#web/http/request/client-address.ts';

/** A request over a connection from an address, with what proxies wrote. */
function from(address: string | undefined, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
}

describe('the address of a person', () => {
  test.each<[trusted: string[], connection: string | undefined, forwarded: string | undefined, is: string]>([
    [[], '203.0.113.9', undefined, '203.0.113.9'],
    [[], '::ffff:203.0.113.9', undefined, '203.0.113.9'],
    [[], '127.0.0.1', '198.51.100.1', '127.0.0.1'],
    [[], undefined, '198.51.100.1', ''],
    [['loopback'], undefined, '198.51.100.1', ''],
    [['loopback'], '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    [['loopback'], '::1', '198.51.100.1', '198.51.100.1'],
    [['loopback'], '::ffff:127.0.0.1', '2001:db8::7', '2001:db8::7'],
    [['loopback'], '127.0.0.1', undefined, '127.0.0.1'],
    [['loopback'], '127.0.0.1', '', '127.0.0.1'],
    [['loopback'], '127.0.0.1', 'unknown', '127.0.0.1'],
    [['loopback'], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    [['loopback'], '127.0.0.1', '8.8.8.8, 198.51.100.1', '198.51.100.1'],
    [['loopback', '10.0.0.0/8'], '127.0.0.1', '8.8.8.8, 198.51.100.1, 10.1.2.3', '198.51.100.1'],
    [['10.1.2.3'], '10.1.2.3', '198.51.100.1:51234', '198.51.100.1'],
    [['10.1.2.3'], '10.1.2.3', '[2001:db8::7]:51234', '2001:db8::7'],
    [['uniquelocal'], '192.168.1.1', '198.51.100.1', '198.51.100.1'],
    [['fd00::/8'], 'fd00::1', '198.51.100.1', '198.51.100.1'],
  ])('trusting %j, over %s, forwarded for %j: %j', (trusted, connection, forwarded, is) => {
    expect(createClientAddress(trusted)(from(connection, forwarded))).toBe(is);
  });

  test('is never what a stranger writes', () => {
    const addressOf = createClientAddress(['loopback']);
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(addressOf(from('203.0.113.9', written))).toBe('203.0.113.9');
        expect(addressOf(from('127.0.0.1', `${written}, 198.51.100.1`))).toBe('198.51.100.1');
      }),
    );
  });
});

test.each(['127.0.0.1', '::1', '10.0.0.0/8', '10.0.0.0/255.0.0.0', 'fd00::/8', 'loopback', 'uniquelocal'])(
  '%s can be trusted',
  (text) => expect(isTrustable(text)).toBe(true),
);
test.each([
  '',
  '10',
  '127.1',
  '10.0.0.0/0',
  '0.0.0.0/0',
  '10.0.0.0/33',
  '10.0.0.0/x',
  'proxy.ville.example',
  '*',
  'all',
  '::/0',
])('%j cannot', (text) => expect(isTrustable(text)).toBe(false));

test('nothing else reads the address of a connection, or what a proxy says of it', () => {
  const readers = globSync('src/**/*.ts').filter((file) =>
    /remoteAddress|x-forwarded-\w+'|x-real-ip|'proxy-addr/.test(readFileSync(file, 'utf8')),
  );
  expect(new Set(readers)).toEqual(
    new Set([
      'src/web/http/request/client-address.ts',
      // It refuses whatever bears such a header.
      'src/channels/bot-framework/authentication/loopback.ts',
      // Whether the caller is told ws or wss: of use to the caller alone.
      'src/web/direct-line/mount.ts',
    ]),
  );
});
