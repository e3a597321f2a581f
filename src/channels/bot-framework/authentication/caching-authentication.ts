import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import type { Connector as PostingConnector } from '../connector/connector.ts';
import { createSendActivity, type Signing } from '../connector/send-activity.ts';
import { type Credentials, sdkSettings } from './credentials.ts';
import { isLoopbackUrl } from './loopback.ts';

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Identity = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0];
type Connector = ReturnType<Factory['create']>;
type UserTokens = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;

interface PostingFactory {
  create(serviceUrl: string, audience?: string): Promise<PostingConnector>;
}

/**
 * Whom the bot answers and where it posts: with credentials, the channel service; without any, this machine alone as long
 * as nobody else reaches the program, and otherwise nobody.
 */
export type Reach = Credentials | 'this-machine' | 'nobody';

/**
 * The SDK's authentication, with its clients kept: it would build a connector and a user-token client, each with its
 * HTTP pipeline, on every turn. Without credentials it reaches no other machine, whatever a caller names.
 */
export class CachingAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #reach: Reach;
  readonly #connectors = new BoundedMap<Connector>(most);
  readonly #posting = new BoundedMap<Promise<PostingConnector>>(most);
  #userTokens: UserTokens | undefined;

  constructor(reach: Reach) {
    super(sdkSettings(typeof reach === 'string' ? undefined : reach));
    this.#reach = reach;
  }

  override createConnectorFactory(identity: Identity): Factory {
    const inner = () => super.createConnectorFactory(identity);
    return {
      create: (serviceUrl, audience = scope) =>
        this.#kept(this.#connectors, audience, serviceUrl, () => inner().create(serviceUrl, audience)),
    };
  }

  /** Connectors that send each request once: whoever posts with them tries again in their own way. */
  createPostingFactory(identity: Identity): PostingFactory {
    const inner = () => super.createConnectorFactory(identity);
    return {
      create: (serviceUrl, audience = scope) =>
        this.#kept(this.#posting, audience, serviceUrl, async () =>
          posting(tryingOnce(await inner().create(serviceUrl, audience)), serviceUrl),
        ),
    };
  }

  override createUserTokenClient(identity: Identity): UserTokens {
    // One bot, one client: what it is made of does not change from one turn to the next.
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }

  #reaches(serviceUrl: string): boolean {
    if (typeof this.#reach !== 'string') return true;
    return this.#reach === 'this-machine' && isLoopbackUrl(serviceUrl);
  }

  #kept<C>(
    all: BoundedMap<Promise<C>>,
    audience: string,
    serviceUrl: string,
    make: () => Promise<C>,
  ): Promise<C> {
    if (!this.#reaches(serviceUrl))
      return Promise.reject(new Error('Without credentials nothing is posted there'));
    const key = `${audience} ${serviceUrl}`;
    const kept = all.get(key);
    if (kept !== undefined) return kept;
    const made = make();
    all.put(key, made);
    made.catch(() => all.drop(key));
    return made;
  }
}

/** To whom the bot speaks unless told: Azure Bot Service. */
export const scope = 'https://api.botframework.com';

/** Azure Bot Service has a handful of addresses; more than this is a caller making them up. */
const most = 32;

/**
 * Takes the SDK's own retries out of a connector: it would repeat each post up to three times, whatever we decide.
 * Its pipeline is not public; should it ever look otherwise, the connector is refused rather than let repeat.
 */
function tryingOnce<C extends object>(connector: C): C {
  const { pipeline } = Piped.parse(connector).client;
  const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1) throw new Error('The connector has no retries of the name that we know');
  return connector;
}

/** The SDK's connector, but for what every turn does. */
function posting(connector: PostingConnector, serviceUrl: string): PostingConnector {
  const { credentials } = Signed.parse(connector);
  const { conversations } = connector;
  return {
    conversations: {
      sendToConversation: createSendActivity(serviceUrl, credentials),
      updateActivity: (...of) => conversations.updateActivity(...of),
      getConversationPagedMembers: (...of) => conversations.getConversationPagedMembers(...of),
    },
  };
}

const Signed = z.object({
  credentials: z.custom<Signing>((value) => z.object({ signRequest: z.function() }).safeParse(value).success),
});

interface Pipeline {
  removePolicy(named: { readonly name: string }): readonly unknown[];
}

const Piped = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (value) => z.object({ removePolicy: z.function() }).safeParse(value).success,
    ),
  }),
});
