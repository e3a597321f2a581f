import { afterEach, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { bindingKey } from '#channels/hosted.ts';
import { arrive, listen, open, type Place, parrot, person, siteSecret, texts } from './place.ts';

/** The calls as Microsoft documents them, with `Authorization: Bearer SECRET_OR_TOKEN`: rest-api/bot-framework-rest-direct-line-3-0. */
let place: Place;
afterEach(() => place.stop());

const token = siteSecret;
const userOf = (given: string) => (jwt.decode(given) as jwt.JwtPayload).sub;

test.each([
  undefined,
  {},
  { user: { id: 'dl_anna' } },
  { user: { id: 'dl_anna', name: 'Anna' }, trustedOrigins: ['https://ville.example'] },
])('a secret is exchanged for a token with %j, in the default consultation', async (body) => {
  place = await open(parrot);
  const { status, body: grant } = await place.call('POST', 'tokens/generate', { token, body });
  expect([status, grant]).toEqual([
    200,
    { conversationId: expect.any(String), token: expect.any(String), expires_in: 1800 },
  ]);
  expect(jwt.decode(grant.token)).toMatchObject({ consultation: 'decouverte' });
  expect((await place.call('POST', 'conversations', { token: grant.token })).status).toBe(201);
});

test.each([undefined, {}, { user: {} }, { locale: 'fr-FR', user: { id: 'dl_anna' } }])(
  'a secret begins a conversation with %j, and goes on with it',
  async (body) => {
    place = await open(parrot);
    const started = await place.call('POST', 'conversations', { token, body });
    expect([started.status, started.body]).toEqual([
      201,
      {
        conversationId: expect.any(String),
        token: expect.any(String),
        expires_in: 1800,
        streamUrl: expect.stringMatching(/^ws:/),
      },
    ]);
    if (body?.user?.id) expect(userOf(started.body.token)).toBe('dl_anna');
    const ear = await listen(started.body.streamUrl);
    expect(texts(await ear.next())).toEqual(['welcome']);
    for (const bearer of [token, started.body.token]) {
      const its = person(place, bearer, started.body.conversationId);
      expect((await its.say('hello')).status).toBe(200);
      expect(texts(await ear.next())).toEqual(['hello', 'you said hello']);
      const read = await its.read();
      expect([read.status, read.body.activities.at(-1).text]).toEqual([200, 'you said hello']);
    }
    const path = `conversations/${started.body.conversationId}`;
    const again = await place.call('GET', path, { token });
    expect([again.status, again.body.conversationId]).toEqual([200, started.body.conversationId]);
    ear.socket.close();
  },
);

test('our own field names the consultation all the same', async () => {
  const seen: unknown[] = [];
  place = await open(async (context) => void seen.push(context.turnState.get(bindingKey)));
  const body = { consultation: 'finie' };
  expect((await place.call('POST', 'conversations', { token, body })).status).toBe(201);
  const unknown = await place.call('POST', 'conversations', { token, body: { consultation: 'ailleurs' } });
  expect([unknown.status, unknown.body.error.code]).toEqual([404, 'UnknownConsultation']);
  expect(seen).toEqual([{ consultation: 'finie', facilitator: false }]);
});

test('the secret opens no conversation that it did not begin, and is no token to refresh', async () => {
  place = await open(parrot);
  const someone = await arrive(place);
  const foreign = await person(place, token, someone.id).read();
  expect([foreign.status, foreign.body.error.code]).toEqual([404, 'ConversationGone']);
  const refreshed = await place.call('POST', 'tokens/refresh', { token });
  expect([refreshed.status, refreshed.body.error.code]).toEqual([401, 'BadToken']);
  const wrong = await place.call('POST', 'conversations', { token: `${token}x` });
  expect([wrong.status, wrong.body.error.code]).toEqual([401, 'BadToken']);
});

test('a visitor of another site who comes back is the same person', async () => {
  place = await open(parrot);
  const begin = async () =>
    (await place.call('POST', 'conversations', { token, body: { user: { id: 'anna' } } })).body;
  const [one, other] = [await begin(), await begin()];
  expect(userOf(one.token)).toBe(userOf(other.token));
  expect(one.conversationId).not.toBe(other.conversationId);
});
