import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { bindingKey, callerKey, wordsForgottenKey } from '../hosted.ts';
import { bindingOf } from './admission/binding-of.ts';
import type { Conversation, LoggedReply } from './conversation/conversation.ts';
import type { Registry } from './conversation/registry.ts';
import { forOwnPage } from './for-own-page.ts';
import { type ClientActivity, continued } from './incoming.ts';
import { jsonBytes } from './json-bytes.ts';

type Logic = (context: TurnContext) => Promise<void>;

/** Where a turn's activities wait until the turn has succeeded. */
interface Turn {
  readonly conversation: Conversation;
  readonly said: LoggedReply[];
}
const turnKey: unique symbol = Symbol('turn');

/** Runs turns in this process, with no connector. What a turn says goes out at its end, or not at all. */
export class DirectLineAdapter extends BotAdapter {
  readonly #registry: Registry;
  readonly #onTurn: Logic;
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor(registry: Registry, onTurn: Logic, now: () => number, newId: () => string) {
    super();
    this.#registry = registry;
    this.#onTurn = onTurn;
    this.#now = now;
    this.#newId = newId;
  }

  /** Throws what the bot threw. */
  async run(
    conversation: Conversation,
    { activity, echo, caller }: ClientActivity,
    logic = this.#onTurn,
  ): Promise<void> {
    const context = new TurnContext(this, activity);
    const said: LoggedReply[] = echo && activity.id !== undefined ? [{ id: activity.id, json: echo }] : [];
    context.turnState.set(bindingKey, bindingOf(conversation.holder));
    if (caller !== undefined) context.turnState.set(callerKey, caller);
    context.turnState.set(turnKey, { conversation, said });
    await this.runMiddleware(context, logic);
    const isForgotten = context.turnState.get<true | undefined>(wordsForgottenKey) === true;
    // The client that sent it, if it listens, sees that it has arrived; nothing else is left of it.
    if (echo && isForgotten) conversation.whisper(echo);
    conversation.say(isForgotten ? said.filter(({ id }) => id !== activity.id) : said);
    this.#registry.weigh(conversation);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const { conversation, said } = turnOf(context);
    return activities.map((activity) => {
      // The same activity handled again answers under the same ids: a client shows it once.
      const id = `${context.activity.id}.${said.length}`;
      switch (activity.type) {
        case ActivityTypes.Typing:
          conversation.whisper(this.#written(activity, this.#newId(), conversation));
          break;
        case ActivityTypes.Trace:
        case ActivityTypes.InvokeResponse:
        case 'delay':
          break;
        default:
          said.push({ id, json: this.#written(activity, id, conversation) });
      }
      return { id };
    });
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    const id = activity.id ?? this.#newId();
    const { conversation, said } = turnOf(context);
    said.push({ id, json: this.#written(activity, id, conversation) });
    return { id };
  }

  override async deleteActivity(
    context: TurnContext,
    { activityId }: Partial<ConversationReference>,
  ): Promise<void> {
    if (activityId !== undefined) turnOf(context).said.push({ id: activityId });
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: Logic,
  ): Promise<void> {
    const conversation = this.#registry.get(reference.conversation?.id ?? '');
    if (conversation === undefined) throw new Error('This conversation is not in memory');
    const event = continued(conversation, this.#newId(), new Date(this.#now()));
    const run = conversation.inTurn(() => this.run(conversation, event, logic));
    if (run === undefined) throw new Error('Too many turns wait in this conversation');
    await run;
  }

  override async continueConversationAsync(
    _app: unknown,
    reference: Partial<ConversationReference>,
    logicOrAudience: Logic | string,
    logic?: Logic,
  ): Promise<void> {
    const run = typeof logicOrAudience === 'string' ? logic : logicOrAudience;
    if (run !== undefined) await this.continueConversation(reference, run);
  }

  /** Posts outside of any turn. */
  post(conversation: Conversation, activity: Partial<Activity>): void {
    const id = activity.id ?? this.#newId();
    const { activity: event } = continued(conversation, id, new Date(this.#now()));
    const { activityId: _none, ...reference } = TurnContext.getConversationReference(event);
    const addressed = TurnContext.applyConversationReference({ type: 'message', ...activity }, reference);
    const json = this.#written(addressed, id, conversation);
    const say = () => {
      conversation.say([{ id, json }]);
      this.#registry.weigh(conversation);
    };
    if (activity.type === ActivityTypes.Typing) conversation.whisper(json);
    // After the turn at work, so that a person reads the answer to what they said first.
    else if (conversation.queue.size === 0 || conversation.inTurn(async () => say()) === undefined) say();
  }

  /** As it goes to the client, who needs no address of ours. */
  #written(activity: Partial<Activity>, id: string, { device }: Conversation): Buffer {
    // Our own page says on what it runs, and no other client does.
    const shown = device === undefined ? activity : forOwnPage(activity);
    const { serviceUrl: _url, recipient: _person, ...rest } = shown;
    return jsonBytes({ ...rest, id, timestamp: new Date(this.#now()) });
  }
}

function turnOf(context: TurnContext): Turn {
  return context.turnState.get<Turn>(turnKey);
}
