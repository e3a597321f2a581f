import {
  actionWith,
  type Card,
  type CardButton,
  primary,
  readCard,
  submit,
} from '#src/tools/simulate/card.ts';
import {
  cardAction,
  channelMessage,
  personalMessage,
  taskFetch,
  taskSubmit,
  uninstalled,
} from '#test/channel/teams-activity.ts';
import { inChannel, inPrivate, type Person, person } from '#test/channel/teams-places.ts';
import { call } from '../app/call.ts';
import { filled } from '../app/robot.ts';

export interface Place {
  readonly app: string;
  /** The channel service's address. */
  readonly service: string;
  readonly channel: string;
  readonly team?: string;
}

/** Somebody in Teams: speaks in a channel and in private, and answers in the dialogs that its cards open. */
export class Member {
  readonly #place: Place;
  readonly user: Person;
  /** The dialog that is open, if any. */
  dialog: Card | undefined;
  /** What the dialog says, as JSON. */
  seen = '';

  constructor(place: Place, user: Person = person()) {
    this.#place = place;
    this.user = user;
  }

  /** Mentions the assistant in the channel; the HTTP status. */
  async mention(
    text: string,
    more: { readonly id?: string; readonly thread?: string } = {},
  ): Promise<number> {
    return (await this.send(channelMessage({ ...this.#said, ...this.#where, text, ...more }))).status;
  }

  async write(text: string): Promise<number> {
    return this.say({ text });
  }

  /** Says something in private, in words or by a card's button. */
  async say(more: object): Promise<number> {
    return (await this.send({ ...personalMessage({ ...this.#said, text: '' }), ...more })).status;
  }

  /** Takes the assistant out of their private conversation. */
  async leave(): Promise<number> {
    return (await this.send(uninstalled({ ...this.#said, where: inPrivate(this.user) }))).status;
  }

  /** Presses a button of a card in the channel; what it answers. */
  async press(action: CardButton, card: string) {
    const there = inChannel({ ...this.#where, thread: card });
    const { data } = action;
    if (Object(data.msteams).type === 'task/fetch') {
      const { msteams: _, ...sent } = data;
      return this.#opened(await this.send(taskFetch({ ...this.#said, where: there, card, data: sent })));
    }
    const verb = String(data.act);
    return this.send(cardAction({ ...this.#said, where: there, card, verb, data }));
  }

  /** Goes the way forward of the dialog, its inputs filled in. */
  async forward(fill: Readonly<Record<string, string>> = {}, nth = 0) {
    const action = this.dialog && primary(this.dialog);
    if (action === undefined) throw new Error(`The dialog has no way forward: ${this.seen}`);
    return this.tap(action, { ...filled(this.dialog?.inputs ?? [], nth), ...fill });
  }

  async tap(action: CardButton, fill: Readonly<Record<string, string>> = {}) {
    const data = submit(action, fill);
    return this.#opened(await this.send(taskSubmit({ ...this.#said, where: inChannel(this.#where), data })));
  }

  /** A button of the open dialog, by what it sends. */
  button(key: string, value: unknown): CardButton {
    const found = this.dialog && actionWith(this.dialog, key, value);
    if (found === undefined) throw new Error(`No button ${key} ${String(value)} in ${this.seen}`);
    return found;
  }

  async send(activity: object) {
    return call(`${this.#place.app}/api/messages`, {
      method: 'POST',
      body: activity,
      // Two hundred at once wait for one another.
      patience: 90_000,
    });
  }

  get #said() {
    return { service: this.#place.service, user: this.user };
  }

  get #where() {
    const { channel, team } = this.#place;
    return { channel, ...(team !== undefined && { team }) };
  }

  #opened(answer: Awaited<ReturnType<typeof call>>) {
    const content = answer.body?.task?.value?.card?.content;
    this.seen = JSON.stringify(content ?? answer.body);
    this.dialog = content === undefined ? undefined : readCard(content);
    return answer;
  }
}
