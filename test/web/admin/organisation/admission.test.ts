import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { admission } from '#web/admin/organisation/admission.ts';
import { personOf } from '#web/admin/organisation/person.ts';

const organisation = {
  ...{ issuer: 'https://accounts.example', clientId: 'c', clientSecret: 's', name: 'Val' },
  ...{ scopes: 'openid email', pkce: true, trustsEmail: false },
  allowed: ['@val.example', 'paul@elsewhere.example'],
  owners: ['claire@val.example'],
};
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const person = (email: string, verified?: boolean) => ({
  ...{ issuer: 'https://accounts.example', subject: '1', name: 'X', email },
  ...(verified !== undefined && { verified }),
});
const outcome = (email: string, verified?: boolean, trustsEmail = false) =>
  admission({ ...organisation, trustsEmail }, person(email, verified)).outcome;

test('a domain lets in its own addresses, none of its subdomains and none that only end alike', () => {
  fc.assert(
    fc.property(word, word, (name, more) => {
      expect(outcome(`${name}@val.example`, true)).toBe('admitted');
      expect(outcome(`${name}@${more}.val.example`, true)).toBe('not-allowed');
      expect(outcome(`${name}@${more}val.example`, true)).toBe('not-allowed');
      expect(outcome(`${name}@val.example.${more}`, true)).toBe('not-allowed');
    }),
  );
});

test('an address lets in itself alone', () => {
  expect(outcome('paul@elsewhere.example', true)).toBe('admitted');
  expect(outcome('pierre@elsewhere.example', true)).toBe('not-allowed');
  expect(outcome('jean-paul@elsewhere.example', true)).toBe('not-allowed');
});

test('whatever is trusted, an address said to be unverified opens nothing', () => {
  expect(outcome('claire@val.example', false, true)).toBe('unverified');
  expect(outcome('claire@val.example', undefined, true)).toBe('admitted');
  expect(outcome('claire@val.example', undefined)).toBe('unverified');
});

test('what is said of an address counts only from where the address comes', () => {
  const token = { iss: 'i', sub: 's', email_verified: true };
  expect(personOf(token, { email: 'claire@val.example' })).not.toHaveProperty('verified');
  const own = { iss: 'i', sub: 's', email: 'claire@val.example' };
  expect(personOf(own, { email: 'other@val.example', email_verified: true })).toEqual({
    ...{ issuer: 'i', subject: 's', email: 'claire@val.example', name: 'claire@val.example' },
  });
});

test.each([undefined, null, 'text', {}, { iss: 'i' }, { sub: 's' }, { iss: 1, sub: 's' }])(
  'claims that name nobody are nobody: %j',
  (claims) => {
    expect(personOf(claims)).toBeUndefined();
  },
);

test('a letter of another alphabet never turns into a plain one', () => {
  const kelvin = '\u212aarim@val.example';
  expect(personOf({ iss: 'i', sub: 's', email: kelvin })).not.toHaveProperty('email');
});

test('anything may stand in the claims', () => {
  const claims = fc
    .record({ iss: fc.constant('i'), sub: fc.constant('s') })
    .chain((base) =>
      fc
        .dictionary(
          fc.constantFrom('email', 'email_verified', 'name', 'given_name', 'usual_name'),
          fc.anything(),
        )
        .map((more) => ({ ...base, ...more })),
    );
  fc.assert(
    fc.property(claims, (its) => {
      expect(personOf(its)?.name.length).toBeGreaterThan(0);
    }),
  );
});
