import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lists, type Town, team, town } from './town.ts';

/** As at ProConnect: no PKCE, claims in a signed answer, two names, nothing said of addresses. */
let here: Town;
const how = { signed: true, withoutPkce: true } as const;
beforeAll(async () => {
  const settings = {
    OIDC_SCOPES: 'openid given_name usual_name email',
    OIDC_TRUST_EMAIL: 'yes',
    OIDC_PKCE: 'no',
  };
  here = await town({ ...lists, ...settings }, how);
}, 60_000);
afterAll(() => here.stop());

const agent = { sub: 'a', given_name: 'Ève', usual_name: 'Le Goff', email: 'eve@val.example' };

test('they come in by their two names', async () => {
  expect((await here.comes(agent, team)).said).toContain('Ève Le Goff (vous) Lecture');
});

test('an address that is said not to be verified is still refused', async () => {
  const { status, member } = await here.comes({ ...agent, sub: 'b', email_verified: false });
  expect([status, await here.isIn(member.cookie)]).toEqual([403, false]);
});

test('an answer that was changed on the way opens nothing', async () => {
  here.accounts.open(here.app.url, { ...how, tampered: true });
  const { status, address, member } = await here.comes(agent);
  expect([status, address.searchParams.get('cause')]).toEqual([400, 'failed']);
  expect(await here.isIn(member.cookie)).toBe(false);
});
