import { setTimeout as pause } from 'node:timers/promises';
import { Person } from '#test/http/app/person.ts';
import { Answerer, Refused } from '../answerer.ts';
import { secret } from './installation.ts';
import { ListeningPerson } from './listening-person.ts';

/** People who answer until all is said, and come back as the page does whenever they are cut off or asked to wait. */
export class Guests {
  readonly everybody: Answerer[] = [];
  /** Answers acknowledged so far. */
  taken = 0;
  /** What they were answered other than 200 and 201: how often, by status. */
  readonly refused = new Map<number, number>();
  /** Connections and sockets that ended under them. */
  cuts = 0;
  longestWaitMs = 0;

  readonly #name: string;
  readonly #size: number;
  readonly #listening: 'half' | 'all';

  /** `size`: how many at once; every second one listens on a WebSocket, or all. */
  constructor(name: string, size: number, listening: 'half' | 'all') {
    this.#name = name;
    this.#size = size;
    this.#listening = listening;
  }

  /** Settles once all are done; whoever is done makes room for somebody new as long as `goesOn`. */
  async answer(url: string, goesOn = () => false): Promise<void> {
    const seat = async () => {
      do await this.#answered(this.#next(), url);
      while (goesOn());
    };
    await Promise.all(Array.from({ length: this.#size }, seat));
  }

  #next(): Answerer {
    const nth = this.everybody.length;
    const listens = this.#listening === 'all' || nth % 2 === 0;
    const onCut = () => {
      this.cuts += 1;
    };
    const next = new Answerer(`${this.#name}-${nth}`, {
      client: (...at) => (listens ? new ListeningPerson(at, onCut) : new Person(...at)),
      onTaken: () => {
        this.taken += 1;
      },
      onReply: (waitedMs) => {
        this.longestWaitMs = Math.max(this.longestWaitMs, waitedMs);
      },
    });
    this.everybody.push(next);
    return next;
  }

  async #answered(one: Answerer, url: string): Promise<void> {
    for (let failed = 0; !one.isDone; failed += 1) {
      const before = one.taken.size;
      try {
        await one.answer(url, secret, () => true);
      } catch (error) {
        if (one.taken.size > before) failed = 0;
        await pause(this.#noted(error) || Math.min(20_000, 500 * 2 ** failed) * 0.75);
      }
    }
  }

  /** How long they were asked to wait, in milliseconds. */
  #noted(error: unknown): number {
    if (error instanceof Refused) {
      this.refused.set(error.status, (this.refused.get(error.status) ?? 0) + 1);
      return error.waitMs;
    }
    this.cuts += 1;
    return 0;
  }
}
