import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import jwt from 'jsonwebtoken';

export const appId = '6f1d8b1e-3a56-4a6c-9d52-0c6b2f7f1a11';
export const credentials = {
  kind: 'single-tenant',
  appId,
  tenantId: '0a9c7c8e-1c1b-4f43-8a8e-2f5d2c3b4a5d',
  password: 'not-used-when-replies-are-expected',
} as const;

/** Key pairs as the channel service has them: the public part is published, with the channels it may speak for. */
export const pairs = {
  teams: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  unendorsed: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  stranger: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};

const published = [
  { kid: 'teams', endorsements: ['msteams', 'directline'], pair: pairs.teams },
  { kid: 'empty', endorsements: [], pair: pairs.unendorsed },
  { kid: 'silent', endorsements: undefined, pair: pairs.unendorsed },
];

/** A channel service on this machine: its OpenID metadata and its keys, over real HTTP. */
export async function channelService() {
  let keys = published;
  let reads = 0;
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    if (request.url === '/metadata') {
      response.end(JSON.stringify({ issuer: 'x', jwks_uri: `http://127.0.0.1:${port}/keys` }));
      return;
    }
    reads += 1;
    const set = keys.map(({ kid, endorsements, pair }) => ({
      kid,
      use: 'sig',
      ...pair.publicKey.export({ format: 'jwk' }),
      ...(endorsements && { endorsements }),
    }));
    response.end(JSON.stringify({ keys: set }));
  });
  await promisify((done: () => void) => server.listen(0, '127.0.0.1', done))();
  const { port } = server.address() as AddressInfo;
  return {
    metadataUrl: `http://127.0.0.1:${port}/metadata`,
    reads: () => reads,
    publish: (kids: readonly string[]) => {
      keys = published.filter(({ kid }) => kids.includes(kid));
    },
    stop: () => {
      server.closeAllConnections();
      return promisify(server.close.bind(server))();
    },
  };
}

export const now = () => Math.floor(Date.now() / 1000);

/** What a genuine token claims; a claim given as undefined is left out. */
export function claims(more: Readonly<Record<string, unknown>> = {}): object {
  const whole = {
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: 'http://127.0.0.1:9/',
    nbf: now() - 60,
    exp: now() + 3600,
    ...more,
  };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
}

export const token = (
  payload = claims(),
  kid: string | undefined = 'teams',
  key: KeyObject = pairs.teams.privateKey,
) => jwt.sign(payload, key, { algorithm: 'RS256', noTimestamp: true, ...(kid && { keyid: kid }) });

/**
 * What no library writes: a token signed with the public key taken for a shared secret, one that says it is not signed,
 * and the same with a signature of nonsense.
 */
export function forged(how: 'HS256' | 'none' | 'nonsense'): string {
  const alg = how === 'HS256' ? 'HS256' : 'none';
  const head = Buffer.from(JSON.stringify({ alg, typ: 'JWT', kid: 'teams' })).toString('base64url');
  const signed = `${head}.${Buffer.from(JSON.stringify(claims())).toString('base64url')}`;
  switch (how) {
    case 'HS256': {
      const pem = pairs.teams.publicKey.export({ type: 'spki', format: 'pem' });
      return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
    }
    case 'none':
      return `${signed}.`;
    case 'nonsense':
      return `${signed}.${Buffer.from('signed by nobody at all').toString('base64url')}`;
  }
}

/** A genuine token with another letter in its signature. */
export function flipped(): string {
  const whole = token();
  const at = whole.length - 10;
  return whole.slice(0, at) + (whole[at] === 'A' ? 'B' : 'A') + whole.slice(at + 1);
}

/** A genuine token whose claims were replaced by others, or by what is no JSON. */
export function grafted(payload = JSON.stringify(claims({ exp: now() + 9999 }))): string {
  const [head, , signature] = token().split('.');
  return `${head}.${Buffer.from(payload).toString('base64url')}.${signature}`;
}
