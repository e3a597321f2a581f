import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Credentials } from './credentials.ts';
import { LeanAuthentication, scope } from './lean-authentication.ts';

/**
 * Botbuilder's adapter for Teams, Azure Direct Line, the Emulator: takes activities whose sender has been checked, and
 * posts into conversations later (`continueConversationAsync` with `appId`). An error of a turn goes to who called, and
 * nothing of it into the conversation.
 */
export class TrustingAdapter extends CloudAdapter {
  readonly appId: string;
  readonly #authentication: LeanAuthentication;
  readonly #identity: ReturnType<CloudAdapter['createClaimsIdentity']>;

  constructor(credentials: Credentials | undefined) {
    const authentication = new LeanAuthentication(credentials);
    super(authentication);
    this.#authentication = authentication;
    this.appId = credentials?.appId ?? '';
    this.#identity = this.createClaimsIdentity(this.appId);
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
