import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { primary } from '#src/tools/simulate/card.ts';
import { cardsOf, type Heard, Person } from '#test/http/app/person.ts';
import { Refused } from '../answerer.ts';

/** How long the page waits for a reply on its socket before it asks, in milliseconds. */
const answerWithin = 5_000;

/** Somebody at the chat page, as it does it: replies are taken from a WebSocket, which is opened again whenever it ends. */
export class ListeningPerson extends Person {
  readonly #heard = new Set<string>();
  readonly #onCut: () => void;
  #socket: WebSocket | undefined;
  #posted: string | undefined;
  #mark = '';
  #arrived = Promise.withResolvers<void>();
  #isOver = false;

  constructor(at: readonly [url: string, token: string, conversation: string], onCut: () => void) {
    super(...at);
    this.#onCut = onCut;
  }

  override async ask(method: string, path: string, body?: unknown) {
    const answer = await super.ask(method, path, body);
    if (method === 'POST') this.#posted = answer.body?.id;
    else if (answer.status !== 200) throw new Refused('Read', answer);
    return answer;
  }

  /** Waits for the replies to what was posted last; asks for them as the page does when none came. */
  override async read(): Promise<readonly Heard[]> {
    const deadline = performance.now() + answerWithin;
    const posted = this.#posted;
    if (posted === undefined) {
      await this.#listen();
      return super.read();
    }
    while (!this.#heard.has(posted)) {
      const left = deadline - performance.now();
      if (left <= 0) return super.read();
      const arrived = this.#arrived.promise;
      if (this.#socket === undefined) await this.#listen();
      if (!this.#heard.has(posted)) await Promise.race([arrived, pause(left)]);
    }
    return [];
  }

  leave(): void {
    this.#isOver = true;
    this.#socket?.terminate();
  }

  async #listen(): Promise<void> {
    const { body } = await this.ask('GET', `?watermark=${encodeURIComponent(this.#mark)}`);
    const socket = new WebSocket(body.streamUrl);
    socket.on('message', (frame) => this.#take(JSON.parse(`${frame}` || '{}')));
    socket.once('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      if (this.#isOver) return;
      this.#onCut();
      // After the least pause that the page makes.
      void pause(250).then(() => this.#wake());
    });
    const opened = once(socket, 'open');
    socket.once('unexpected-response', (_, { statusCode: status = 0 }) =>
      socket.emit('error', new Refused('No socket', { status })),
    );
    await opened.catch((error: unknown) => {
      socket.on('error', () => {});
      socket.terminate();
      throw error;
    });
    socket.on('error', () => socket.terminate());
    this.#socket = socket;
  }

  #take({ activities = [], watermark }: { activities?: readonly Heard[]; watermark?: string }): void {
    this.#mark = watermark ?? this.#mark;
    this.card = activities.flatMap(cardsOf).findLast((card) => primary(card) !== undefined) ?? this.card;
    for (const { replyToId } of activities) if (replyToId !== undefined) this.#heard.add(replyToId);
    this.#wake();
  }

  #wake(): void {
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers();
  }
}
