import { randomUUID } from 'node:crypto';
import { type Card, type CardButton, primary, readCard, submit } from '#src/tools/simulate/card.ts';
import { call } from './call.ts';

/** Something the assistant said, as it came over the wire. */
export interface Heard {
  readonly id: string;
  readonly label: string;
  readonly text?: string;
  readonly speak?: string;
  readonly locale?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
}

/** What one message brought: the HTTP status it was answered with, and the replies to it. */
export interface Exchange {
  readonly status: number;
  readonly id: string;
  readonly replies: readonly Heard[];
  readonly labels: readonly string[];
}

interface Arrival {
  readonly locale?: string;
  readonly consultation?: string;
  readonly previous?: string;
  readonly invitation?: string;
}

/** Someone at the chat page, through Direct Line. */
export class Person {
  readonly #url: string;
  readonly token: string;
  readonly conversation: string;
  greeting: readonly Heard[] = [];
  /** The last card that asks for something. */
  card: Card | undefined;
  #watermark = '';

  constructor(url: string, token: string, conversation: string) {
    this.#url = url;
    this.token = token;
    this.conversation = conversation;
  }

  say(text: string, more: object = {}): Promise<Exchange> {
    return this.post({ text, ...more });
  }

  submit(value: unknown, more: object = {}): Promise<Exchange> {
    return this.post({ value, ...more });
  }

  /** Presses the way forward of the last card, its inputs filled in. */
  press(filled: Readonly<Record<string, string>> = {}): Promise<Exchange> {
    const forward = this.card && primary(this.card);
    if (forward === undefined) throw new Error('No card in sight has a way forward');
    return this.tap(forward, filled);
  }

  tap(action: CardButton, filled: Readonly<Record<string, string>> = {}): Promise<Exchange> {
    return this.submit(submit(action, filled));
  }

  async post(activity: object): Promise<Exchange> {
    const said = { type: 'message', channelData: { clientActivityID: randomUUID() }, ...activity };
    const { status, body } = await this.ask('POST', '/activities', said);
    const replies = (await this.read()).filter(({ replyToId }) => replyToId === body.id);
    return { status, id: body.id, replies, labels: replies.map(({ label }) => label) };
  }

  /** What the assistant said since the last reading. */
  async read(): Promise<readonly Heard[]> {
    const { body } = await this.ask('GET', `/activities?watermark=${encodeURIComponent(this.#watermark)}`);
    this.#watermark = body.watermark ?? this.#watermark;
    const heard: Heard[] = ours(body.activities ?? []);
    this.card = heard.flatMap(cardsOf).findLast((card) => primary(card) !== undefined) ?? this.card;
    return heard;
  }

  /** Everything the assistant said that the server remembers. */
  async log(): Promise<readonly Heard[]> {
    return ours((await this.ask('GET', '/activities')).body.activities ?? []);
  }

  ask(method: string, path: string, body?: unknown) {
    const url = `${this.#url}/v3/directline/conversations/${this.conversation}${path}`;
    return call(url, { method, token: this.token, body });
  }
}

/** A person comes in and is greeted. */
export async function arrive(url: string, arrival: Arrival = {}): Promise<Person> {
  const { locale = 'fr', consultation = 'decouverte', ...more } = arrival;
  const line = `${url}/v3/directline`;
  const granted = await call(`${line}/tokens/generate`, { method: 'POST', body: { consultation, ...more } });
  const { token, conversationId } = granted.body;
  const started = await call(`${line}/conversations`, { method: 'POST', token, body: { locale } });
  if (started.status !== 201) throw new Error(`Not let in: ${granted.status} ${started.status}`);
  const person = new Person(url, started.body.token, conversationId);
  person.greeting = await person.read();
  return person;
}

/** A person at the first question of a domain. */
export async function begin(url: string, domain = 'mobility', arrival: Arrival = {}): Promise<Person> {
  const person = await arrive(url, arrival);
  await person.submit({ act: 'consent', agree: true });
  await person.submit({ act: 'profile', decline: true });
  await person.submit({ act: 'open', domain });
  return person;
}

export function cardsOf({ attachments = [] }: Heard): Card[] {
  return attachments.map(({ content }) => readCard(content));
}

const ours = (activities: readonly (Heard & { from: { id: string } })[]) =>
  activities.filter(({ from }) => from.id === 'trajectoires');
