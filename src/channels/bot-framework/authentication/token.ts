import type { Activity } from 'botbuilder';
import jwt, { type JwtHeader, type JwtPayload, type SigningKeyCallback } from 'jsonwebtoken';
import { z } from 'zod';
import type { IncomingActivity } from '#channels/wire.ts';
import type { FindKey, SigningKey } from './signing-keys.ts';

/** What a bearer token proves. `why` is for the log and holds nothing of the token. */
type Checked =
  | { readonly outcome: 'genuine' }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unavailable'; readonly error: unknown };

type CheckToken = (authorization: string | undefined, activity: Activity) => Promise<Checked>;

/**
 * Checks that a request comes from Azure Bot Service, for this bot and this activity (Bot Connector authentication,
 * from the connector to the bot): signature, issuer, audience, expiry, the key's endorsement of the channel, service URL.
 * Stricter than the SDK, which lets pass a token without expiry or a key endorsed for nothing, and takes any tenant's
 * token as an Emulator's.
 */
export function createTokenCheck(appId: string, find: FindKey): CheckToken {
  return async (authorization, activity) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return refused('no signed bearer token');
    const read = await verified(token, appId, find);
    if ('outcome' in read) return read;
    const { claims, signingKey } = read;
    if (typeof claims.exp !== 'number') return refused('no expiry');
    if (!signingKey.endorsements.includes(activity.channelId))
      return refused('channel not endorsed by the key');
    if (claims.serviceurl !== activity.serviceUrl) return refused('other service URL');
    return { outcome: 'genuine' };
  };
}

/**
 * Why an activity is not one of the bot's own tenant, for the log; nothing when it is, or when its channel knows no tenants.
 * A token says for which bot it is, never from where: whoever knows the bot's id, which is no secret, can put it in an app
 * of another tenant, and Azure brings what is said there to a bot of a single tenant as well. Teams names the tenant in all
 * that it brings, so an activity that names none is nobody's: it is refused too.
 */
export function whyForeign(activity: IncomingActivity, tenantId: string): string | undefined {
  if (activity.channelId !== 'msteams') return undefined;
  const from = activity.conversation.tenantId || Told.safeParse(activity.channelData).data?.tenant.id;
  if (!from) return 'no tenant named';
  return from.toLowerCase() === tenantId.toLowerCase() ? undefined : 'another tenant';
}

const issuer = 'https://api.botframework.com';
const refused = (why: string): Checked => ({ outcome: 'refused', why });

function verified(token: string, audience: string, find: FindKey) {
  return new Promise<{ claims: JwtPayload; signingKey: SigningKey } | Checked>((resolve) => {
    let signingKey: SigningKey | undefined;
    const keyOf = async ({ kid }: JwtHeader, done: SigningKeyCallback) => {
      const found = kid === undefined ? { outcome: 'unknown' as const } : await find(kid);
      if (found.outcome === 'unavailable') return resolve(found);
      if (found.outcome === 'unknown') return resolve(refused('unknown key'));
      signingKey = found.signingKey;
      done(null, signingKey.key);
    };
    const options = { algorithms: ['RS256' as const], issuer, audience, clockTolerance: 300 };
    jwt.verify(token, keyOf, options, (error, claims) => {
      // What else is thrown quotes the token that it could not read.
      if (error)
        return resolve(refused(error instanceof jwt.JsonWebTokenError ? error.message : 'unreadable token'));
      if (typeof claims !== 'object' || signingKey === undefined) return resolve(refused('no claims'));
      resolve({ claims, signingKey });
    });
  });
}

/** Where Teams names the tenant when the conversation does not. */
const Told = z.object({ tenant: z.object({ id: z.string() }) });
