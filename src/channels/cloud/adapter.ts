import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Line } from '../wire.ts';
import type { Credentials } from './credentials.ts';
import { LeanAuthentication, scope } from './lean-authentication.ts';
import { createLine, type LineOptions } from './line.ts';

/**
 * Botbuilder's adapter for Teams, Azure Direct Line, the Emulator: takes activities whose sender has been checked, and
 * has the way out to their conversations. An error of a turn goes to who called, and nothing of it into the conversation.
 */
export class TrustingAdapter extends CloudAdapter {
  /** The way out, at any time. */
  readonly line: Line;
  readonly #authentication: LeanAuthentication;
  readonly #identity: ReturnType<CloudAdapter['createClaimsIdentity']>;

  constructor(credentials: Credentials | undefined, options: Omit<LineOptions, 'connectorOf'> = {}) {
    const authentication = new LeanAuthentication(credentials);
    super(authentication);
    this.#authentication = authentication;
    this.#identity = this.createClaimsIdentity(credentials?.appId ?? '');
    const posting = authentication.createPostingFactory(this.#identity);
    this.line = createLine({ connectorOf: (serviceUrl) => posting.create(serviceUrl, scope), ...options });
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
