import { randomUUID } from 'node:crypto';
import { answersIn, type CardButton, primary, submit } from '#src/tools/simulate/card.ts';
import { call } from '#test/http/app/call.ts';
import { Person } from '#test/http/app/person.ts';
import { filled } from '#test/http/app/robot.ts';

/** How an answer was given. */
type Way = 'tapped' | 'typed';

/** What was sent and not acknowledged yet; sent again as it was, as the page does. */
interface Sent {
  readonly item: string | undefined;
  readonly way: Way;
  readonly activity: object;
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
  readonly #onTaken: () => void;
  #person: Person | undefined;
  #grant: Grant | undefined;
  #sent: Sent | undefined;
  #turns = 0;
  #unmoved = 0;

  /** `onTaken` is told of each item whose first answer is acknowledged. */
  constructor(user: string, onTaken: () => void) {
    this.user = user;
    this.#onTaken = onTaken;
  }

  /** Comes (back) to the program at this address, and answers until it is over, or all is said. */
  async answer(url: string, secret: string, goOn: () => boolean): Promise<void> {
    this.#grant ??= await grant(url, secret, this.user);
    const { token, conversationId } = this.#grant;
    this.#person = new Person(url, token, conversationId);
    if (this.#sent === undefined) await begin(url, token);
    else await this.#deliver(this.#sent);
    await this.#person.read();
    while (goOn() && !this.isDone) await this.#turn(this.#person);
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
    await this.#deliver({ item: itemOf(forward), way, activity: { type: 'message', ...id, ...said } });
  }

  /** Sends, and notes what was acknowledged: after an answer that is taken, another thing is asked. */
  async #deliver(sent: Sent): Promise<void> {
    this.#sent = sent;
    const person = this.#person;
    const { status } = (await person?.ask('POST', '/activities', sent.activity)) ?? { status: 0 };
    if (status !== 200) throw new Error(`Answered ${status}`);
    await person?.read();
    const next = person?.card && primary(person.card);
    const isTaken = sent.item !== undefined && (itemOf(next) !== sent.item || asksMore(next));
    if (isTaken) {
      if (!this.taken.has(sent.item)) this.#onTaken();
      this.taken.set(sent.item, sent.way);
    }
    this.#unmoved = isTaken || itemOf(next) !== undefined ? 0 : this.#unmoved + 1;
    if (!isTaken && sent.item !== undefined) this.#unmoved += 1;
    this.#sent = undefined;
  }
}

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
  if (granted.status !== 200) throw new Error(`Not let in: ${granted.status}`);
  return granted.body;
}

async function begin(url: string, token: string): Promise<void> {
  const started = await call(`${url}/v3/directline/conversations`, {
    method: 'POST',
    token,
    body: { locale: 'fr' },
  });
  if (started.status >= 300) throw new Error(`Not begun: ${started.status}`);
}
