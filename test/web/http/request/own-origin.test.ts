import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { createOriginCheck } from '#web/http/request/own-origin.ts';

function bearing(headers: Readonly<Record<string, string>>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers });
}

const town = 'https://ville.example/consultation';

test.each<[publicUrl: string | undefined, headers: Record<string, string>, ours: boolean]>([
  [town, {}, true],
  [town, { origin: 'https://ville.example' }, true],
  [town, { origin: 'https://ville.example', host: '127.0.0.1:3978' }, true],
  [town, { origin: 'http://ville.example', host: 'ville.example' }, false],
  [town, { origin: 'https://evil.example', host: 'evil.example' }, false],
  [town, { origin: 'https://evil.example', host: 'evil.example', 'sec-fetch-site': 'same-origin' }, false],
  [town, { origin: 'https://ville.example', 'sec-fetch-site': 'same-site' }, false],
  [town, { origin: 'https://ville.example', 'sec-fetch-site': 'cross-site' }, false],
  [town, { origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
  [town, { origin: 'null' }, false],
  [town, { 'sec-fetch-site': 'none' }, true],
  [undefined, { origin: 'http://127.0.0.1:3978', host: '127.0.0.1:3978' }, true],
  [undefined, { origin: 'http://localhost:3978', host: 'localhost:3978' }, true],
  [undefined, { origin: 'http://[::1]:3978', host: '[::1]:3978' }, true],
  [undefined, { origin: 'http://192.168.1.5:3978', host: '192.168.1.5:3978' }, true],
  [undefined, { origin: 'http://127.0.0.1:8080', host: '127.0.0.1:3978' }, false],
  [undefined, { origin: 'http://evil.example:3978', host: 'evil.example:3978' }, false],
  [undefined, { origin: 'http://x', host: 'a b' }, false],
])('%s, %j: ours is %s', (publicUrl, headers, ours) => {
  expect(createOriginCheck(publicUrl)(bearing(headers))).toBe(ours);
});
