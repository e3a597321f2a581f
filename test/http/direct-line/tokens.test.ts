import { afterEach, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { bindingKey } from '#channels/hosted.ts';
import { arrive, open, type Place, parrot, person, siteSecret } from './place.ts';

let place: Place;
afterEach(() => place.stop());

const day = 24 * 3600 * 1000;
const consultation = 'decouverte';
const generate = (body: unknown, token?: string) => place.call('POST', 'tokens/generate', { body, token });
const claims = (token: string) => jwt.decode(token) as jwt.JwtPayload;

describe('a token', () => {
  test('anyone gets one for a consultation that is known, for thirty minutes', async () => {
    place = await open(parrot);
    const { status, body } = await generate({ consultation });
    expect(status).toBe(200);
    expect(body).toEqual({ conversationId: expect.any(String), token: expect.any(String), expires_in: 1800 });
    expect(claims(body.token).sub).toMatch(/^dl_.+/);
  });

  test('a closed consultation still lets people in, for the bot to tell them', async () => {
    place = await open(parrot);
    expect((await generate({ consultation: 'finie' })).status).toBe(200);
  });

  test.each(['nulle-part', 'NOT A CODE', '../etc', ''])(
    'an unknown code is said to be so: %j',
    async (code) => {
      place = await open(parrot);
      const { status, body } = await generate({ consultation: code });
      expect(status).toBe(404);
      expect(body).toEqual({ error: { code: 'UnknownConsultation', message: expect.any(String) } });
    },
  );

  test.each([undefined, {}, [], 'x', { consultation: 3 }, { consultation, user: { id: '' } }])(
    'a body that asks for nothing is refused: %j',
    async (body) => {
      place = await open(parrot);
      expect((await generate(body)).status).toBe(400);
    },
  );

  test('another site chooses the user; anyone else does not', async () => {
    place = await open(parrot);
    const user = { id: 'someone' };
    const site = await generate({ consultation, user }, siteSecret);
    expect(claims(site.body.token).sub).toBe('dl_someone');
    const kept = await generate({ consultation, user: { id: 'dl_x' } }, siteSecret);
    expect(claims(kept.body.token).sub).toBe('dl_x');
    expect(claims((await generate({ consultation, user })).body.token).sub).not.toContain('someone');
    const wrong = await generate({ consultation, user }, 'another-secret');
    expect(wrong.status).toBe(401);
  });

  test('is refreshed for the same conversation and user', async () => {
    place = await open(parrot);
    const { token, id } = await arrive(place);
    place.clock.now += 20 * 60_000;
    const { status, body } = await place.call('POST', 'tokens/refresh', { token });
    expect(status).toBe(200);
    expect(body).toEqual({ conversationId: id, token: expect.any(String), expires_in: 1800 });
    expect(claims(body.token).sub).toBe(claims(token).sub);
    place.clock.now += 20 * 60_000;
    expect((await person(place, token, id).read()).status).toBe(403);
    expect((await person(place, body.token, id).read()).status).toBe(200);
  });

  test('expires, and can no longer be refreshed', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    place.clock.now += 30 * 60_000;
    for (const { status, body } of [
      await someone.say('late'),
      await someone.read(),
      await place.call('POST', 'tokens/refresh', { token: someone.token }),
      await place.call('POST', 'conversations', { token: someone.token }),
    ]) {
      expect(status).toBe(403);
      expect(body.error.code).toBe('TokenExpired');
    }
  });

  test('opens no conversation but its own', async () => {
    place = await open(parrot);
    const [one, other] = [await arrive(place), await arrive(place)];
    for (const { status, body } of [
      await person(place, one.token, other.id).say('let me in'),
      await person(place, one.token, other.id).read(),
      await place.call('GET', `conversations/${other.id}`, { token: one.token }),
    ]) {
      expect(status).toBe(403);
      expect(body.error.code).toBe('NotYours');
    }
    expect((await other.read()).body.activities).toHaveLength(1);
  });

  test('that is forged, unsigned, endless or missing is refused', async () => {
    place = await open(parrot);
    const { token, id } = await arrive(place);
    const own = claims(token);
    const [head, payload, signature] = token.split('.') as [string, string, string];
    const forged = [
      jwt.sign(own, 'another secret'),
      jwt.sign(own, 'signs-the-tokens'),
      jwt.sign(own, '', { algorithm: 'none' }),
      `${head}.${payload}.`,
      `${head}.${payload}.${signature.slice(0, -2)}AA`,
      `${head}.${Buffer.from(JSON.stringify({ ...own, sub: 'dl_else' })).toString('base64url')}.${signature}`,
      'x.y.z',
      'a'.repeat(6000),
    ];
    for (const bad of forged) {
      const { status, body } = await person(place, bad, id).read();
      expect([bad, status, body.error.code]).toEqual([bad, 401, 'BadToken']);
    }
    const none = await place.call('GET', `conversations/${id}/activities`);
    expect([none.status, none.body.error.code]).toEqual([401, 'MissingToken']);
  });
});

describe('a browser that comes back', () => {
  test('is the same person by its last token, expired or not, for ninety days', async () => {
    place = await open(parrot);
    const first = await arrive(place);
    const user = claims(first.token).sub;
    place.clock.now += 89 * day;
    const back = await generate({ consultation, previous: first.token });
    expect(claims(back.body.token).sub).toBe(user);
    expect(back.body.conversationId).not.toBe(first.id);
    place.clock.now += 2 * day;
    const late = await generate({ consultation, previous: first.token });
    expect(late.status).toBe(200);
    expect(claims(late.body.token).sub).not.toBe(user);
  });

  test('is somebody new with a token that is not ours', async () => {
    place = await open(parrot);
    const { token } = await arrive(place);
    const previous = jwt.sign(claims(token), 'another secret');
    const { status, body } = await generate({ consultation, previous });
    expect(status).toBe(200);
    expect(claims(body.token).sub).not.toBe(claims(token).sub);
  });
});

describe("a facilitator's link", () => {
  const once = () => {
    const unused = new Set(['link']);
    return (link: string) => (unused.delete(link) ? { consultation, facilitator: true } : undefined);
  };

  test('seats them once; their browser stays a facilitator in that consultation, for ninety days', async () => {
    const seats: unknown[] = [];
    place = await open(async (context) => void seats.push(context.turnState.get(bindingKey)), {
      openInvitation: once(),
      isOpen: async () => 'open',
    });
    const first = await generate({ invitation: 'link' });
    await place.call('POST', 'conversations', { token: first.body.token });
    expect(seats).toEqual([{ consultation, facilitator: true }]);

    const stranger = await generate({ invitation: 'link' });
    expect([stranger.status, stranger.body.error.code]).toEqual([403, 'InvitationNotValid']);

    const facilitates = async (body: object) =>
      claims((await generate(body)).body.token).invited !== undefined;
    const previous = first.body.token;
    expect(await facilitates({ invitation: 'link', previous })).toBe(true);
    expect(await facilitates({ consultation, previous })).toBe(true);
    expect(await facilitates({ consultation: 'ailleurs', previous })).toBe(false);
    place.clock.now += 80 * day;
    const again = await generate({ consultation, previous });
    expect(claims(again.body.token).invited).toBeDefined();
    place.clock.now += 11 * day;
    expect(await facilitates({ consultation, previous: again.body.token })).toBe(false);
  });
});

describe('asking too often', () => {
  test('is slowed down per address, with the time to wait; another site is not', async () => {
    place = await open(parrot, {}, { rate: { burst: 3, perSecond: 0.5 } });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await generate({ consultation })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const { headers, body } = await generate({ consultation });
    expect(headers.get('retry-after')).toBe('2');
    expect(body.error.code).toBe('TooManyRequests');
    expect((await generate({ consultation }, siteSecret)).status).toBe(200);
    place.clock.now += 2000;
    expect((await generate({ consultation })).status).toBe(200);
    expect((await generate({ consultation })).status).toBe(429);
  });

  test('an IPv6 network counts as one address', async () => {
    let at = '';
    place = await open(parrot, {}, { rate: { burst: 1, perSecond: 1 }, addressOf: () => at });
    const from = async (address: string) => {
      at = address;
      return (await generate({ consultation })).status;
    };
    expect(await from('2001:db8:1:2::1')).toBe(200);
    expect(await from('2001:db8:1:2:3:4:5:6')).toBe(429);
    expect(await from('2001:db8:1:3::1')).toBe(200);
    expect(await from('::ffff:192.0.2.1')).toBe(200);
    expect(await from('::ffff:192.0.2.2')).toBe(200);
    expect(await from('::ffff:192.0.2.2')).toBe(429);
  });
});
