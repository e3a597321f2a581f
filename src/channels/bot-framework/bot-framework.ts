import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { NotSaid } from '../hosted.ts';
import type { ConnectorClient } from '../wire.ts';
import { readActivity } from './activity.ts';
import { TrustingAdapter } from './adapter.ts';
import type { Reach } from './authentication/caching-authentication.ts';
import { isLocalCaller, isLoopbackUrl, type NetworkCaller, showsProxy } from './authentication/loopback.ts';
import { createSigningKeys } from './authentication/signing-keys.ts';
import { createTokenCheck, whyForeign } from './authentication/token.ts';
import type { ConnectorClientOptions } from './connector/connector-client.ts';

/** What became of a request to `/api/messages`. `why` is for the log. */
type Received =
  | { readonly outcome: 'answered'; readonly status: number; readonly body?: unknown }
  /** Another node has answered. */
  | { readonly outcome: 'elsewhere' }
  | { readonly outcome: 'malformed' }
  /** Without credentials, and not on this machine alone: nobody is answered. */
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'refused'; readonly refusal: 'unauthorised' | 'forbidden'; readonly why: string }
  /** The turn is kept, and its replies did not reach the channel: brought again, it is answered the same. */
  | { readonly outcome: 'unsaid' }
  /** The channel service's keys cannot be read now: the channel tries again. */
  | { readonly outcome: 'unavailable'; readonly error: unknown };

/** Whether a conversation, by its name among all channels', is at home on another node, which has answered then. */
type IsElsewhere = (conversation: string) => Promise<boolean>;

interface MessageRequest extends NetworkCaller {
  readonly body: unknown;
  /** Asked of messages that may be taken. Absent: there is no other node. */
  readonly isElsewhere?: IsElsewhere;
}

/** Bot Framework channels: one request in, its turn taken, its answer out. */
export interface BotFramework {
  /** Rejects with what the turn throws, except that its replies could not be posted. */
  readonly receive: (request: MessageRequest) => Promise<Received>;
  /**
   * Told of each request to the program, wherever it goes. True of the first that shows that a proxy lets others in: without
   * credentials nobody is answered from then on.
   */
  readonly notice: (request: Pick<NetworkCaller, 'headers'>) => boolean;
  /** Posts into conversations, in a turn and outside of any. */
  readonly line: ConnectorClient;
}

export interface BotFrameworkOptions {
  /** Whom it answers and where it posts. */
  readonly reach: Reach;
  readonly onTurn: (context: TurnContext) => Promise<void>;
  /** Where the channel service publishes its keys. */
  readonly openIdMetadataUrl?: string;
  /** How the way out keeps time, for tests. */
  readonly line?: Omit<ConnectorClientOptions, 'connectorOf'>;
}

export function createBotFramework({
  reach,
  onTurn,
  openIdMetadataUrl = publicMetadata,
  line,
}: BotFrameworkOptions): BotFramework {
  const adapter = new TrustingAdapter(reach, line);
  const door =
    typeof reach === 'string'
      ? undefined
      : {
          tenantId: reach.tenantId,
          check: createTokenCheck(reach.appId, createSigningKeys(openIdMetadataUrl)),
        };
  let isPublic = false;
  const taken = async (activity: Activity): Promise<Received> => {
    try {
      return answered(await adapter.take(activity, onTurn));
    } catch (error) {
      if (error instanceof NotSaid) return { outcome: 'unsaid' };
      throw error;
    }
  };
  const here = async (activity: Activity, isElsewhere: IsElsewhere): Promise<Received> =>
    (await isElsewhere(nameOf(activity))) ? { outcome: 'elsewhere' } : taken(activity);
  return {
    line: adapter.line,
    notice(request) {
      if (reach !== 'this-machine' || isPublic) return false;
      isPublic = showsProxy(request);
      return isPublic;
    },
    async receive({ body, isElsewhere = async () => false, ...caller }) {
      if (reach === 'nobody' || isPublic) return { outcome: 'closed' };
      // Strangers learn nothing of what an activity should look like. Settings say that all are of this machine; what bears
      // the signs of having been passed on is refused all the same.
      if (door === undefined && !isLocalCaller(caller))
        return refused('forbidden', 'not a caller of this machine');
      const { authorization } = caller.headers;
      if (door !== undefined && authorization === undefined)
        return refused('unauthorised', 'no bearer token');
      const activity = readActivity(body);
      if (activity === undefined) return { outcome: 'malformed' };
      if (door === undefined) {
        if (!isLoopbackUrl(activity.serviceUrl))
          return refused('forbidden', 'replies would leave this machine');
        return here(activity, isElsewhere);
      }
      const checked = await door.check(authorization, activity);
      if (checked.outcome === 'refused') return refused('unauthorised', checked.why);
      if (checked.outcome === 'unavailable') return checked;
      const why = whyForeign(activity, door.tenantId);
      if (why !== undefined) return refused('forbidden', why);
      return here(activity, isElsewhere);
    },
  };
}

const nameOf = ({ channelId, conversation }: Activity) => JSON.stringify([channelId, conversation.id]);

const publicMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const refused = (refusal: 'unauthorised' | 'forbidden', why: string): Received => ({
  outcome: 'refused',
  refusal,
  why,
});

function answered(response: InvokeResponse | undefined): Received {
  if (response === undefined) return { outcome: 'answered', status: 200 };
  return { outcome: 'answered', status: response.status, body: response.body };
}
