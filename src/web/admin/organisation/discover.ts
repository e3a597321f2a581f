import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { Organisation } from './organisation.ts';

/** Seconds an answer of the provider is awaited. */
const timeout = 8;

/** The way to what a provider says of itself (OpenID Connect Discovery 1.0), asked at the first use; every signature of it is checked. */
export function createDiscovery(organisation: Organisation): () => Promise<Configuration> {
  const { issuer, clientId, clientSecret } = organisation;
  const insecure = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  const execute = [...insecure, enableNonRepudiationChecks];
  return untilFound(() =>
    discovery(new URL(issuer), clientId, {}, secretAsAsked(clientSecret), { execute, timeout }),
  );
}

/** The secret goes as the provider asks for it; one that does not say takes it by HTTP Basic. */
const secretAsAsked =
  (secret: string): ClientAuth =>
  (server, client, body, headers) => {
    const posts = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    (posts ? ClientSecretPost(secret) : ClientSecretBasic(secret))(server, client, body, headers);
  };

/** Keeps what was found; what failed is looked for again the next time. */
function untilFound<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}
