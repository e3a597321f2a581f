import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata } from 'oidc-provider';
import { shelf } from './shelf.ts';

/** Somebody with an account there, as its claims say. */
export interface Holder {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly given_name?: string;
  readonly usual_name?: string;
}

/** A real OpenID provider on a free port of this machine; whoever is at its page signs in at once. */
export interface Accounts {
  readonly issuer: string;
  /** The settings of a program that lets its accounts in. */
  readonly settings: Readonly<Record<string, string>>;
  /** Answers from now on, for a program at this address; before, it hangs up on whoever calls. */
  open(programUrl: string, how?: How): void;
  /** Who signs in from now on; nobody: they press "cancel". */
  binding(holder: Holder | undefined): void;
  stop(): void;
}

export interface How {
  /** Claims come from the userinfo endpoint, in a signed JWT, as at ProConnect. */
  readonly signed?: true;
  /** Somebody in between changes those claims. */
  readonly tampered?: true;
  /** Requests with a PKCE challenge are refused, as at ProConnect. */
  readonly withoutPkce?: true;
}

const secret = 'a-client-secret-of-forty-characters-or-so';
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwks = { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] };
const scopes = ['openid', 'email', 'profile', 'given_name', 'usual_name'];

export async function accounts(): Promise<Accounts> {
  type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;
  let handle: Handler = (request) => request.socket.destroy();
  let seated: Holder | undefined;
  const holders = new Map<string, Holder>();
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'trajectoires',
      OIDC_CLIENT_SECRET: secret,
      OIDC_NAME: 'Comptes du Val',
    },
    open(programUrl, how = {}) {
      const provider = providerFor(issuer, `${programUrl}/animation/organisation/retour`, how, holders);
      const answer = provider.callback();
      handle = (request, response) => {
        if (!request.url?.startsWith('/page/')) return answer(request, response);
        const result = seated
          ? { login: { accountId: seated.sub } }
          : { error: 'access_denied', error_description: 'raw words of a stranger' };
        return provider.interactionFinished(request, response, result);
      };
    },
    binding(holder) {
      seated = holder;
      if (holder) holders.set(holder.sub, holder);
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function providerFor(
  issuer: string,
  redirectUri: string,
  { signed, tampered, withoutPkce }: How,
  holders: ReadonlyMap<string, Holder>,
): Provider {
  const client: ClientMetadata = {
    client_id: 'trajectoires',
    client_secret: secret,
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: 'client_secret_post',
    ...(signed && { userinfo_signed_response_alg: 'RS256' as const }),
  };
  const provider = new Provider(issuer, {
    adapter: shelf(),
    ttl: { Interaction: 300, Grant: 300, Session: 300, AccessToken: 60, IdToken: 60, AuthorizationCode: 30 },
    clients: [client],
    jwks,
    scopes,
    claims: {
      email: ['email', 'email_verified'],
      profile: ['name'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
    },
    conformIdTokenClaims: signed === true,
    pkce: { required: () => withoutPkce !== true },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    cookies: { keys: ['a key that signs cookies'] },
    interactions: { url: (_, { uid }) => `/page/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: async () => ({ ...holders.get(accountId), sub: accountId }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope(scopes.join(' '));
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (withoutPkce && context.query.code_challenge !== undefined) return context.throw(400, 'Y000400');
    await next();
    if (tampered && context.oidc?.route === 'userinfo') context.body = changed(String(context.body));
  });
  return provider;
}

/** The same token, about somebody else. */
function changed(token: string): string {
  const [head, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const other = Buffer.from(JSON.stringify({ ...claims, email: 'claire@val.example' })).toString('base64url');
  return [head, other, signature].join('.');
}
