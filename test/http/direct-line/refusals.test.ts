import { afterEach, describe, expect, test } from '@jest/globals';
import { raw } from '../server/serving.ts';
import { arrive, open, type Person, type Place, parrot } from './place.ts';

let place: Place;
afterEach(() => place.stop());

const post = (someone: Person, body: unknown, headers: Record<string, string> = {}) =>
  place.call('POST', `conversations/${someone.id}/activities`, { token: someone.token, body, headers });

/** The server and the conversation go on. */
async function lives(someone: Person) {
  expect((await someone.say('still here')).status).toBe(200);
}

test.each([
  '{"type":',
  'null',
  '[]',
  '"message"',
  '{}',
  '{"type":""}',
  '{"type":7}',
  '{"type":"message","text":{}}',
  '{"type":"message","channelData":"x"}',
  '{"type":"message","channelData":{"clientActivityID":7}}',
  `{"type":"message","channelData":{"clientActivityID":"${'x'.repeat(300)}"}}`,
  `{"type":"message","value":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
])('a body that is no activity is refused: %.60s', async (body) => {
  place = await open(parrot);
  const someone = await arrive(place);
  const answered = await post(someone, body);
  expect(answered.status).toBe(400);
  expect(answered.body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
  await lives(someone);
});

test('a body past 64 KB is refused, and one just under is taken', async () => {
  place = await open(parrot);
  const someone = await arrive(place);
  const large = await post(someone, { type: 'message', text: 'x'.repeat(70_000) });
  expect([large.status, typeof large.body.error.code]).toEqual([413, 'string']);
  expect((await post(someone, { type: 'message', text: 'x'.repeat(60_000) })).status).toBe(200);
});

test('properties of the prototype are taken for what they are: nothing', async () => {
  place = await open(parrot);
  const someone = await arrive(place);
  const body =
    '{"type":"message","text":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  expect((await post(someone, body)).status).toBe(200);
  expect({}).not.toHaveProperty('polluted');
});

test('text of another type, or none, is refused', async () => {
  place = await open(parrot);
  const someone = await arrive(place);
  expect((await post(someone, '{"type":"message"}', { 'content-type': 'text/plain' })).status).toBe(400);
  expect((await post(someone, undefined)).status).toBe(400);
});

test('an upload is refused clearly', async () => {
  place = await open(parrot);
  const someone = await arrive(place);
  const form = new FormData();
  form.append('file', new Blob(['x'.repeat(1000)]), 'photo.png');
  const response = await fetch(`${place.serving.url}/v3/directline/conversations/${someone.id}/upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${someone.token}` },
    body: form,
  });
  expect(response.status).toBe(501);
  expect(await response.json()).toMatchObject({ error: { code: 'UploadNotSupported' } });
  await lives(someone);
});

describe('another site', () => {
  test('may call from its pages, and reads refusals too', async () => {
    place = await open(parrot);
    const preflight = await place.call('OPTIONS', 'tokens/generate', {
      headers: { origin: 'https://ville.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/authorization/i);
    for (const answered of [
      await place.call('POST', 'tokens/generate', { body: { consultation: 'decouverte' } }),
      await place.call('POST', 'tokens/generate', { body: { consultation: 'x'.repeat(70_000) } }),
      await place.call('POST', 'tokens/generate', { body: '{' }),
      await place.call('GET', 'nowhere'),
      await place.call('GET', 'tokens/generate'),
    ]) {
      expect(answered.headers.get('access-control-allow-origin')).toBe('*');
      if (answered.status !== 200) expect(answered.body.error.code).toEqual(expect.any(String));
    }
  });

  test('may not call the rest of the server', async () => {
    place = await open(parrot);
    const response = await fetch(`${place.serving.url}/elsewhere`);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test.each(['%', '%E0%A4%A', '..%2f..', 'x'.repeat(5000), '%00'])(
  'an odd conversation in the address does no harm: %.20s',
  async (id) => {
    place = await open(parrot);
    const someone = await arrive(place);
    const head = `GET /v3/directline/conversations/${id}/activities HTTP/1.1\r\nHost: x\r\n`;
    const answered = await raw(
      place.serving.port,
      `${head}Authorization: Bearer ${someone.token}\r\nConnection: close\r\n\r\n`,
    );
    expect(answered).toMatch(/^HTTP\/1\.1 4\d\d /);
    const upgrade = await raw(
      place.serving.port,
      `GET /v3/directline/conversations/${id}/stream?t=${someone.token} HTTP/1.1\r\nHost: x\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    expect(upgrade).toMatch(/^HTTP\/1\.1 4\d\d /);
    await lives(someone);
  },
);

test('what goes on the log speaks of no token and of no word', async () => {
  place = await open(parrot);
  const someone = await arrive(place);
  await someone.say('my secret');
  await place.call('GET', `conversations/${someone.id}?watermark=1`, { token: someone.token });
  const logged = place.serving.logged();
  expect(logged).not.toContain('my secret');
  expect(logged).not.toContain(someone.token);
});
