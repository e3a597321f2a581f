import { expect, test } from '@jest/globals';
import { readConfig } from '#src/config.ts';

const given = {
  OIDC_ISSUER: 'https://accounts.example.org/realms/val',
  OIDC_CLIENT_ID: 'trajectoires',
  OIDC_CLIENT_SECRET: 's',
  OIDC_NAME: 'Comptes du Val',
  OIDC_ALLOWED: '@Val.example, paul@elsewhere.example',
};

const read = (env: NodeJS.ProcessEnv) => {
  const found = readConfig({ ...given, ...env });
  if ('config' in found) return { organisation: found.config.organisation, problems: [] };
  return { organisation: undefined, problems: found.problems };
};

test('the settings are read, with what is usual where nothing is said', () => {
  expect(read({}).organisation).toEqual({
    issuer: 'https://accounts.example.org/realms/val',
    clientId: 'trajectoires',
    clientSecret: 's',
    name: 'Comptes du Val',
    allowed: ['@val.example', 'paul@elsewhere.example'],
    owners: [],
    scopes: 'openid email profile',
    trustsEmail: false,
    pkce: true,
  });
  const further = { OIDC_OWNERS: 'Claire@val.example', OIDC_TRUST_EMAIL: 'yes', OIDC_PKCE: 'no' };
  expect(read(further).organisation).toMatchObject({
    ...{ owners: ['claire@val.example'], trustsEmail: true, pkce: false },
  });
});

test.each(Object.keys(given))('without %s the start stops', (name) => {
  expect(read({ [name]: '' }).problems.map((problem) => problem.name)).toEqual([name]);
});

test.each<[string, string]>([
  ['OIDC_ISSUER', 'accounts.example.org'],
  ['OIDC_ISSUER', 'http://accounts.example.org'],
  ['OIDC_ISSUER', 'http://127.0.0.1.example.org'],
  ['OIDC_ISSUER', 'https://me:secret@accounts.example.org'],
  ['OIDC_ISSUER', 'https://accounts.example.org/?a=b'],
  ['OIDC_ISSUER', 'https://accounts.example.org/.well-known/openid-configuration'],
  ['OIDC_ISSUER', 'https://login.microsoftonline.com/common/v2.0'],
  ['OIDC_ISSUER', 'https://login.microsoftonline.com/Organizations/v2.0'],
  ['OIDC_NAME', 'x'.repeat(61)],
  ['OIDC_ALLOWED', '*'],
  ['OIDC_ALLOWED', '@'],
  ['OIDC_ALLOWED', '@val'],
  ['OIDC_ALLOWED', 'val.example'],
  ['OIDC_ALLOWED', ','],
  ['OIDC_OWNERS', '@val.example'],
  ['OIDC_OWNERS', 'claire@elsewhere.example'],
  ['OIDC_OWNERS', 'claire@town.val.example'],
  ['OIDC_SCOPES', 'openid profile'],
  ['OIDC_SCOPES', 'openid  email'],
  ['OIDC_TRUST_EMAIL', 'true'],
  ['OIDC_PKCE', '1'],
])('%s=%s is wrong, and told with a remedy', (name, value) => {
  expect(read({ [name]: value }).problems).toEqual([
    { name, message: expect.any(String), remedy: expect.stringMatching(/^.{20,}$/) },
  ]);
});

test.each(['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])(
  'a provider of this machine may do without HTTPS: %s',
  (OIDC_ISSUER) => {
    expect(read({ OIDC_ISSUER }).organisation?.issuer).toBe(OIDC_ISSUER);
  },
);

test('one of them alone asks for the others, and none of them asks for nothing', () => {
  const alone = readConfig({ OIDC_TRUST_EMAIL: 'yes' });
  const names = 'problems' in alone ? alone.problems.map(({ name }) => name) : [];
  expect(names).toEqual(Object.keys(given));
  expect(readConfig({})).not.toHaveProperty('config.organisation');
});
