import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { createCloud } from '#channels/cloud/cloud.ts';
import { mountMessages } from '#web/messages.ts';
import { post, type Serving, serving } from '../server/serving.ts';
import { message } from './activity.ts';
import { appId, channelService, claims, credentials, forged, now, pairs, token } from './channel-service.ts';

let service: Awaited<ReturnType<typeof channelService>>;
let served: Serving;
let turns = 0;

const onTurn = async (context: TurnContext) => {
  turns += 1;
  await context.sendActivity('entendu');
};

const open = (openIdMetadataUrl: string) =>
  serving((server, { refuse, log }) => {
    mountMessages(server, { cloud: createCloud({ credentials, onTurn, openIdMetadataUrl }), refuse, log });
  });

beforeAll(async () => {
  service = await channelService();
  served = await open(service.metadataUrl);
});
afterAll(async () => {
  await served.stop();
  await service.stop();
});

const send = (authorization: string | undefined, activity: object = message()) =>
  post(`${served.url}/api/messages`, activity, authorization === undefined ? {} : { authorization });

describe('a genuine token', () => {
  test('opens the turn, and the replies come back', async () => {
    const response = await send(`Bearer ${token()}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ activities: [{ type: 'message', text: 'entendu' }] });
  });

  test('opens it from anywhere: a proxy may stand in front', async () => {
    const response = await post(`${served.url}/api/messages`, message(), {
      authorization: `Bearer ${token()}`,
      'x-forwarded-for': '203.0.113.7',
    });
    expect(response.status).toBe(200);
  });

  test('has five minutes of grace for clocks that differ', async () => {
    expect((await send(`Bearer ${token(claims({ exp: now() - 200 }))}`)).status).toBe(200);
  });
});

describe('any other is a 401, and no turn is taken', () => {
  const flipped = (whole: string) => {
    const at = whole.length - 10;
    return whole.slice(0, at) + (whole[at] === 'A' ? 'B' : 'A') + whole.slice(at + 1);
  };
  const grafted = () => {
    const [head, , signature] = token().split('.');
    const body = Buffer.from(JSON.stringify(claims({ exp: now() + 9999 }))).toString('base64url');
    return `${head}.${body}.${signature}`;
  };
  const cases: [string, () => string | undefined, object?][] = [
    ['none', () => undefined],
    ['an empty one', () => ''],
    ['another scheme', () => `Basic ${token()}`],
    ['no token after the scheme', () => 'Bearer '],
    ['noise', () => 'Bearer x.y.z'],
    ['a bad signature', () => `Bearer ${flipped(token())}`],
    ['claims grafted on a signature', () => `Bearer ${grafted()}`],
    [
      "a stranger's key under a known name",
      () => `Bearer ${token(claims(), 'teams', pairs.stranger.privateKey)}`,
    ],
    ['an unknown key', () => `Bearer ${token(claims(), 'nobody', pairs.stranger.privateKey)}`],
    ['a key without a name', () => `Bearer ${token(claims(), '')}`],
    ['a secret made of the public key', () => `Bearer ${forged('HS256')}`],
    ['no signature', () => `Bearer ${forged('none')}`],
    ['no expiry', () => `Bearer ${token(claims({ exp: undefined }))}`],
    ['expired', () => `Bearer ${token(claims({ exp: now() - 301 }))}`],
    ['not valid yet', () => `Bearer ${token(claims({ nbf: now() + 400 }))}`],
    ['another bot', () => `Bearer ${token(claims({ aud: 'b7b1b9a5-0000-4000-8000-000000000000' }))}`],
    ['no audience', () => `Bearer ${token(claims({ aud: undefined }))}`],
    ['another issuer', () => `Bearer ${token(claims({ iss: 'https://sts.windows.net/someone/' }))}`],
    [
      "another tenant's token for this bot, as the Emulator has them",
      () =>
        `Bearer ${token(claims({ iss: 'https://sts.windows.net/evil/', tid: 'evil', appid: appId, ver: '1.0' }))}`,
    ],
    ['another service address', () => `Bearer ${token(claims({ serviceurl: 'https://evil.example/' }))}`],
    ['no service address', () => `Bearer ${token(claims({ serviceurl: undefined }))}`],
    ['a key endorsed for other channels', () => `Bearer ${token()}`, message({ channelId: 'slack' })],
    ['a key endorsed for nothing', () => `Bearer ${token(claims(), 'empty', pairs.unendorsed.privateKey)}`],
    ['a key that endorses nothing', () => `Bearer ${token(claims(), 'silent', pairs.unendorsed.privateKey)}`],
  ];

  test.each(cases.map(([name, authorization, activity = message()]) => ({ name, authorization, activity })))(
    '$name',
    async ({ authorization, activity }) => {
      const before = turns;
      const response = await send(authorization(), activity);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'unauthorised' } });
      expect(turns).toBe(before);
    },
  );

  test('and the log says why without the token', async () => {
    const expired = token(claims({ exp: now() - 301 }));
    await send(`Bearer ${expired}`);
    expect(served.logged()).toContain('jwt expired');
    expect(served.logged()).not.toContain(expired.slice(-40));
  });

  test('however many unknown keys are named, the service is not asked again', async () => {
    const before = service.reads();
    await Promise.all(Array.from({ length: 20 }, (_, i) => send(`Bearer ${token(claims(), `kid-${i}`)}`)));
    expect(service.reads()).toBe(before);
  });
});

test('when the keys cannot be read it is a 503 to come back to, and no 401', async () => {
  const lost = await channelService();
  await lost.stop();
  const apart = await open(lost.metadataUrl);
  const response = await post(`${apart.url}/api/messages`, message(), { authorization: `Bearer ${token()}` });
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  await apart.stop();
});
