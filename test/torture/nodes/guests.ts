import { setTimeout as pause } from 'node:timers/promises';
import { Person } from '#test/http/app/person.ts';
import { Answerer, Refused } from '../answerer.ts';
import { secret } from './installation.ts';
import { ListeningPerson } from './listening-person.ts';

/** People who answer until all is said, and come back as the page does whenever they are cut off or asked to wait. */
export class Guests {
  readonly everybody: readonly Answerer[];
  /** Answers acknowledged so far. */
  taken = 0;
  /** What they were answered other than 200 and 201: how often, by status. */
  readonly refused = new Map<number, number>();
  /** Connections and sockets that ended under them. */
  cuts = 0;
  longestWaitMs = 0;

  /** Every second one listens on a WebSocket, or all (`listening`). */
  constructor(name: string, size: number, listening: 'half' | 'all') {
    const ways = {
      onTaken: () => {
        this.taken += 1;
      },
      onReply: (waitedMs: number) => {
        this.longestWaitMs = Math.max(this.longestWaitMs, waitedMs);
      },
    };
    const onCut = () => {
      this.cuts += 1;
    };
    this.everybody = Array.from({ length: size }, (_, nth) => {
      const listens = listening === 'all' || nth % 2 === 0;
      const client = (...at: [string, string, string]) =>
        listens ? new ListeningPerson(at, onCut) : new Person(...at);
      return new Answerer(`${name}-${nth}`, { ...ways, client });
    });
  }

  /** Settles once all are done. */
  async answer(url: string): Promise<void> {
    await Promise.all(this.everybody.map((one) => this.#answered(one, url)));
  }

  get isDone(): boolean {
    return this.everybody.every(({ isDone }) => isDone);
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
