import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { createDiscovery } from './discover.ts';
import type { LoginState } from './login-state.ts';
import type { Organisation } from './organisation.ts';
import { type Person, personOf } from './person.ts';
import { type Trouble, troubleOf } from './trouble.ts';

type Secrets = Omit<LoginState, 'back'>;

/** Somebody on their way to their organisation's page. */
type Sent =
  | { readonly outcome: 'sent'; readonly address: string; readonly secrets: Secrets }
  | { readonly outcome: 'down'; readonly why: string };

/** Somebody who comes back from there. */
export type Returned = { readonly outcome: 'known'; readonly person: Person } | Trouble;

/** An OpenID provider (OpenID Connect Core 1.0, authorization code flow), asked when somebody comes. */
interface Provider {
  /** `anew`: they are asked to sign in even where they are signed in. */
  send(anew: boolean): Promise<Sent>;
  /** Takes the query they come back with. */
  receive(query: string, secrets: Secrets): Promise<Returned>;
}

/** `redirectUri` is where people come back; nothing is asked before the first of them comes. */
export function createProvider(organisation: Organisation, redirectUri: () => string): Provider {
  const { scopes, pkce } = organisation;
  const discovered = createDiscovery(organisation);
  return {
    async send(anew) {
      try {
        const config = await discovered();
        const secrets = drawn(pkce);
        const { href } = buildAuthorizationUrl(config, {
          redirect_uri: redirectUri(),
          scope: scopes,
          state: secrets.state,
          nonce: secrets.nonce,
          ...(await challenge(secrets)),
          ...(anew && { prompt: 'login' }),
        });
        return { outcome: 'sent', address: href, secrets };
      } catch (error) {
        return { outcome: 'down', why: troubleOf(error).why };
      }
    },
    async receive(query, secrets) {
      const address = new URL(redirectUri());
      address.search = query;
      try {
        const person = await exchanged(await discovered(), address, secrets);
        return person ? { outcome: 'known', person } : { outcome: 'failed', why: 'no claims' };
      } catch (error) {
        return troubleOf(error);
      }
    },
  };
}

function drawn(pkce: boolean): Secrets {
  const secrets = { state: randomState(), nonce: randomNonce() };
  return pkce ? { ...secrets, verifier: randomPKCECodeVerifier() } : secrets;
}

async function challenge({ verifier }: Secrets): Promise<Record<string, string>> {
  if (verifier === undefined) return {};
  return { code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' };
}

/** Who it is: in the ID token, else at the userinfo endpoint, in JSON or as a signed JWT. */
async function exchanged(config: Configuration, address: URL, secrets: Secrets): Promise<Person | undefined> {
  const { state, nonce, verifier } = secrets;
  const tokens = await authorizationCodeGrant(config, address, {
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
    ...(verifier !== undefined && { pkceCodeVerifier: verifier }),
  });
  const claims = tokens.claims();
  const person = personOf(claims);
  if (claims === undefined || person === undefined || person.email !== undefined) return person;
  return personOf(claims, await fetchUserInfo(config, tokens.access_token, claims.sub));
}
