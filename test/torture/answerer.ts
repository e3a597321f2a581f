import { randomUUID } from 'node:crypto';
import { answersIn, type CardButton, primary, submit } from '#src/tools/simulate/card.ts';
import { call } from '#test/http/app/call.ts';
import { Person } from '#test/http/app/person.ts';
import { filled } from '#test/http/app/robot.ts';

/** How an answer was given. */
type Way = 'tapped' | 'typed';

/** What was sent and not acknowledged yet; sent again as it was, as the page does. */
interface Sent {
  /** When it was sent first, as `performance.now()` has it. */
  readonly at: number;
  readonly item: string | undefined;
  readonly way: Way;
  readonly activity: object;
}

/** The program said no, or not now. */
export class Refused extends Error {
  readonly status: number;
  /** How long it asks to be left alone, in milliseconds. */
  readonly waitMs: number;

  constructor(what: string, { status, headers }: { readonly status: number; readonly headers?: Headers }) {
    super(`${what}: ${status}`);
    this.status = status;
    this.waitMs = Number(headers?.get('retry-after') ?? 0) * 1_000;
  }
}

/** What is done beside answering, where a part of the torture wants more of its people. */
interface Ways {
  /** Told of each item whose first answer is acknowledged. */
  readonly onTaken: () => void;
  /** Told how long what was said waited for its reply, however often it was sent, in milliseconds. */
  readonly onReply?: (waitedMs: number) => void;
  /** At which client they sit; they ask for replies unless told. */
  readonly client?: (url: string, token: string, conversation: string) => Person & { leave?(): void };
}

interface Grant {
  readonly token: string;
  readonly conversationId: string;
}

/**
 * Somebody who answers on and on, tapping and typing by turns, while the program dies under them: what is not acknowledged is sent
 * again with its id, and what is acknowledged is noted.
 */
export class Answerer {
  readonly user: string;
  readonly taken = new Map<string, Way>();
  isDone = false;
  readonly #ways: Ways;
  #person: ReturnType<NonNullable<Ways['client']>> | undefined;
  #grant: Grant | undefined;
  #sent: Sent | undefined;
  #turns = 0;
  #unmoved = 0;

  constructor(user: string, ways: Ways) {
    this.user = user;
    this.#ways = ways;
  }

  /** Comes (back) to the program at this address, and answers until it is over, or all is said. */
  async answer(url: string, secret: string, goOn: () => boolean): Promise<void> {
    this.#grant ??= await grant(url, secret, this.user);
    const { token, conversationId } = this.#grant;
    const { client = askingClient } = this.#ways;
    const person = client(url, token, conversationId);
    this.#person = person;
    try {
      if (this.#sent === undefined) await begin(url, token);
      else await this.#deliver(this.#sent);
      await person.read();
      while (goOn() && !this.isDone) await this.#turn(person);
    } finally {
      person.leave?.();
    }
  }

  async #turn(person: Person): Promise<void> {
    const forward = person.card && primary(person.card);
    // The end is a card without a way forward, or one that leads nowhere.
    if (person.card === undefined || forward === undefined || this.#unmoved > 6) {
      this.isDone = true;
      return;
    }
    this.#turns += 1;
    const inputs = filled(person.card.inputs);
    const [first, ...others] = person.card.inputs;
    const isTapped = answersIn(person.card).includes(forward) && forward.data.kept === undefined;
    const words = isTapped ? forward.title : others.length === 0 ? first?.choices[0]?.title : undefined;
    const typed = this.#turns % 2 === 0 ? words : undefined;
    const id = { channelData: { clientActivityID: randomUUID() } };
    const said = this.#unmoved === 0 && typed ? { text: typed } : { value: submit(forward, inputs) };
    const way = 'text' in said ? 'typed' : 'tapped';
    const activity = { type: 'message', ...id, ...said };
    await this.#deliver({ at: performance.now(), item: itemOf(forward), way, activity });
  }

  /** Sends, and notes what was acknowledged: after an answer that is taken, another thing is asked. */
  async #deliver(sent: Sent): Promise<void> {
    this.#sent = sent;
    const person = this.#person;
    const answer = (await person?.ask('POST', '/activities', sent.activity)) ?? { status: 0 };
    if (answer.status !== 200) throw new Refused('Answered', answer);
    await person?.read();
    this.#ways.onReply?.(performance.now() - sent.at);
    const next = person?.card && primary(person.card);
    const isTaken = sent.item !== undefined && (itemOf(next) !== sent.item || asksMore(next));
    if (isTaken) {
      if (!this.taken.has(sent.item)) this.#ways.onTaken();
      this.taken.set(sent.item, sent.way);
    }
    this.#unmoved = isTaken || itemOf(next) !== undefined ? 0 : this.#unmoved + 1;
    if (!isTaken && sent.item !== undefined) this.#unmoved += 1;
    this.#sent = undefined;
  }
}

const askingClient: NonNullable<Ways['client']> = (url, token, conversation) =>
  new Person(url, token, conversation);

/** Whether a stance was taken, and what more there is to say is asked. */
const asksMore = (action: CardButton | undefined): boolean =>
  action?.data.act === 'ballot' && action.data.more === undefined && action.data.stance !== undefined;

/** The question or trajectory that a way forward answers. */
function itemOf(action: CardButton | undefined): string | undefined {
  const item = action?.data.question ?? action?.data.trajectory;
  return item === undefined ? undefined : String(item);
}

async function grant(url: string, secret: string, user: string): Promise<Grant> {
  const body = { consultation: 'decouverte', user: { id: user } };
  const granted = await call(`${url}/v3/directline/tokens/generate`, { method: 'POST', token: secret, body });
  if (granted.status !== 200) throw new Refused('Not let in', granted);
  return granted.body;
}

async function begin(url: string, token: string): Promise<void> {
  const started = await call(`${url}/v3/directline/conversations`, {
    method: 'POST',
    token,
    body: { locale: 'fr' },
  });
  if (started.status >= 300) throw new Refused('Not begun', started);
}
