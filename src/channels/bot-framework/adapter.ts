import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { ConnectorClient } from '../wire.ts';
import { CachingAuthentication, type Reach, scope } from './authentication/caching-authentication.ts';
import { type ConnectorClientOptions, createConnectorClient } from './connector/connector-client.ts';

/**
 * Botbuilder's adapter for Teams, Azure Direct Line, the Emulator: takes activities whose sender has been checked, and
 * has the way out to their conversations. An error of a turn goes to who called, and nothing of it into the conversation.
 */
export class TrustingAdapter extends CloudAdapter {
  /** The way out, at any time. */
  readonly line: ConnectorClient;
  readonly #authentication: CachingAuthentication;
  readonly #identity: ReturnType<CloudAdapter['createClaimsIdentity']>;

  constructor(reach: Reach, options: Omit<ConnectorClientOptions, 'connectorOf'> = {}) {
    const authentication = new CachingAuthentication(reach);
    super(authentication);
    this.#authentication = authentication;
    this.#identity = this.createClaimsIdentity(typeof reach === 'string' ? '' : reach.appId);
    const posting = authentication.createPostingFactory(this.#identity);
    this.line = createConnectorClient({
      connectorOf: (serviceUrl) => posting.create(serviceUrl, scope),
      ...options,
    });
  }

  /** Takes a turn; what it returns is the answer to an invoke, or the replies when the channel expects them at once. */
  take(
    activity: Activity,
    onTurn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(
      {
        audience: scope,
        claimsIdentity: this.#identity,
        connectorFactory: this.#authentication.createConnectorFactory(this.#identity),
      },
      activity,
      onTurn,
    );
  }
}
