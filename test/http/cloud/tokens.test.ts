import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { createBotFramework } from '#channels/bot-framework/bot-framework.ts';
import { createClientAddress } from '#web/http/request/client-address.ts';
import { mountMessages } from '#web/messages.ts';
import { post, type Serving, serving } from '../server/serving.ts';
import { message } from './activity.ts';
import {
  appId,
  channelService,
  claims,
  credentials,
  flipped,
  forged,
  grafted,
  now,
  pairs,
  token,
} from './channel-service.ts';

let service: Awaited<ReturnType<typeof channelService>>;
let served: Serving;
let turns = 0;

const onTurn = async (context: TurnContext) => {
  turns += 1;
  await context.sendActivity('entendu');
};

const open = (openIdMetadataUrl: string) =>
  serving((server, { refuse, log }) => {
    mountMessages(server, {
      cloud: createBotFramework({
        reach: credentials,
        onTurn,
        openIdMetadataUrl,
      }),
      addressOf: createClientAddress([]),
      refuse,
      log,
    });
  });

beforeAll(async () => {
  service = await channelService();
  served = await open(service.metadataUrl);
});
afterAll(async () => {
  await served.stop();
  await service.stop();
});

const send = (authorization: string | undefined, activity: object = said()) =>
  post(`${served.url}/api/messages`, activity, authorization === undefined ? {} : { authorization });

const { tenantId } = credentials;
const stranger = 'b7b1b9a5-0000-4000-8000-000000000000';

/** A message of Teams that names a tenant with the conversation, in the channel's data, or both. */
const said = (conversation = tenantId as string, channelData?: string) =>
  message({
    conversation: { id: 'conversation-1', tenantId: conversation },
    ...(channelData !== undefined && { channelData: { tenant: { id: channelData } } }),
  });

/** What Entra itself signs for a tenant's people. */
const sts = (tenant: string) => ({
  iss: `https://sts.windows.net/${tenant}/`,
  tid: tenant,
  appid: appId,
  ver: '1.0',
});

type Bearer = () => string | undefined;
const bearer = (
  more: Readonly<Record<string, unknown>> = {},
  kid?: string,
  key?: keyof typeof pairs,
): Bearer => {
  return () => `Bearer ${token(claims(more), kid, key && pairs[key].privateKey)}`;
};
const raw =
  (make: () => string, scheme = 'Bearer '): Bearer =>
  () =>
    `${scheme}${make()}`;

/** What is sent with which token, what is answered, and the reason that the log names. */
const table: readonly (readonly [what: string, Bearer, status: number, why: string, activity?: object])[] = [
  ['a good token', bearer(), 200, ''],
  ['a good token that expired within the five minutes of grace', bearer({ exp: now() - 200 }), 200, ''],
  ['a good token that is not valid yet within the grace', bearer({ nbf: now() + 200 }), 200, ''],

  ['none', () => undefined, 401, 'no bearer token'],
  ['an empty one', () => '', 401, 'no signed bearer token'],
  ['no token after the scheme', () => 'Bearer ', 401, 'no signed bearer token'],
  ['another scheme', raw(token, 'Basic '), 401, 'no signed bearer token'],
  ['two at once', raw(() => `${token()} ${token()}`), 401, 'no signed bearer token'],
  ['noise', raw(() => 'x.y.z'), 401, 'invalid token'],
  ['claims that are no JSON', raw(() => grafted('private words')), 401, 'unreadable token'],

  ['wrong key: a signature with a letter changed', raw(flipped), 401, 'invalid signature'],
  ['wrong key: claims grafted on a signature', raw(grafted), 401, 'invalid signature'],
  ["wrong key: a stranger's under a known id", bearer({}, 'teams', 'stranger'), 401, 'invalid signature'],
  ['wrong key: published, under the id of another', bearer({}, 'empty'), 401, 'invalid signature'],
  ['unknown key id', bearer({}, 'nobody'), 401, 'unknown key'],
  ["unknown key id, a stranger's key", bearer({}, 'nobody', 'stranger'), 401, 'unknown key'],
  ['no key id', bearer({}, ''), 401, 'unknown key'],
  ['alg HS256, signed with the public key', raw(() => forged('HS256')), 401, 'invalid algorithm'],
  ['alg none', raw(() => forged('none')), 401, 'no signed bearer token'],
  ['alg none, nonsense for a signature', raw(() => forged('nonsense')), 401, 'invalid algorithm'],

  ['no expiry', bearer({ exp: undefined }), 401, 'no expiry'],
  ['expired', bearer({ exp: now() - 301 }), 401, 'jwt expired'],
  ['not yet valid', bearer({ nbf: now() + 400 }), 401, 'jwt not active'],
  ['wrong audience: another bot', bearer({ aud: stranger }), 401, 'jwt audience invalid'],
  ['no audience', bearer({ aud: undefined }), 401, 'jwt audience invalid'],
  ['wrong issuer', bearer({ iss: 'https://api.botframework.example' }), 401, 'jwt issuer invalid'],
  ['no issuer', bearer({ iss: undefined }), 401, 'jwt issuer invalid'],
  ["wrong issuer: the bot's own tenant, as an Emulator", bearer(sts(tenantId)), 401, 'jwt issuer invalid'],
  ['wrong issuer: another tenant, as an Emulator', bearer(sts(stranger)), 401, 'jwt issuer invalid'],
  ['wrong serviceUrl claim', bearer({ serviceurl: 'https://evil.example/' }), 401, 'other service URL'],
  ['no serviceUrl claim', bearer({ serviceurl: undefined }), 401, 'other service URL'],

  ['a key endorsed for other channels', bearer(), 401, 'not endorsed', message({ channelId: 'slack' })],
  ['empty endorsement', bearer({}, 'empty', 'unendorsed'), 401, 'not endorsed'],
  ['missing endorsement', bearer({}, 'silent', 'unendorsed'), 401, 'not endorsed'],

  ['another tenant', bearer(), 403, 'another tenant', said(stranger)],
  ['another tenant, in the channel data', bearer(), 403, 'another tenant', said('', stranger)],
  ['another tenant, ours in the channel data', bearer(), 403, 'another tenant', said(stranger, tenantId)],
  ['no tenant named', bearer(), 403, 'no tenant named', message()],
  ['an empty tenant', bearer(), 403, 'no tenant named', said('', '')],
  ['our tenant, in the channel data', bearer(), 200, '', said('', tenantId)],
  ['our tenant, in capitals', bearer(), 200, '', said(tenantId.toUpperCase())],
  ["our tenant's channel, spoken in by a guest", bearer(), 200, '', said(tenantId, stranger)],
  ['a channel without tenants', bearer(), 200, '', message({ channelId: 'directline' })],
];

const rows = table.map(([what, authorization, status, why, activity = said()]) => {
  return { what, authorization, status, why, activity };
});

test.each(rows)('$what: $status $why', async ({ authorization, status, why, activity }) => {
  const before = { turns, logged: served.logged().length };
  const sent = authorization();
  const response = await send(sent, activity);
  const answer = await response.json();
  const logged = served.logged().slice(before.logged);

  expect(response.status).toBe(status);
  if (status === 200) {
    expect(answer).toMatchObject({ activities: [{ type: 'message', text: 'entendu' }] });
    expect(turns).toBe(before.turns + 1);
    expect(logged).not.toContain('refused');
  } else {
    expect(answer).toMatchObject({ error: { code: status === 401 ? 'unauthorised' : 'forbidden' } });
    expect(turns).toBe(before.turns);
    expect(logged).toContain('"msg":"a message was refused"');
    expect(JSON.parse(logged.split('\n').find((line) => line.includes('refused')) ?? '{}').why).toContain(
      why,
    );
  }
  expect(pieces(sent ?? '').filter((piece) => logged.includes(piece))).toEqual([]);
});

/** Every stretch of a token that is long enough to be one's own, as it was sent and as it reads. */
function pieces(sent: string): string[] {
  const parts = sent.split(/[ .]/).slice(1);
  const unread = parts
    .map((part) => Buffer.from(part, 'base64url').toString())
    .filter((part) => !part.startsWith('{'));
  return [...parts, ...unread].flatMap((part) =>
    Array.from({ length: Math.max(0, part.length - 7) }, (_, at) => part.slice(at, at + 8)),
  );
}

test('a proxy may stand in front', async () => {
  const response = await post(`${served.url}/api/messages`, said(), {
    authorization: `Bearer ${token()}`,
    'x-forwarded-for': '203.0.113.7',
  });
  expect(response.status).toBe(200);
});

test('however many unknown keys are named, the service is not asked again', async () => {
  await send(`Bearer ${token(claims(), 'nobody')}`);
  const before = service.reads();
  await Promise.all(Array.from({ length: 20 }, (_, i) => send(`Bearer ${token(claims(), `kid-${i}`)}`)));
  expect(service.reads()).toBe(before);
});

test('when the keys cannot be read it is a 503 to come back to, and no 401', async () => {
  const lost = await channelService();
  await lost.stop();
  const apart = await open(lost.metadataUrl);
  const response = await post(`${apart.url}/api/messages`, said(), { authorization: `Bearer ${token()}` });
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  await apart.stop();
});
