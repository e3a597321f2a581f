import { setTimeout as pause } from 'node:timers/promises';
import { Answerer } from '../answerer.ts';

/** More refusals than these while the program lives, and nothing can be said of it. */
const mostRefusals = 50;

/** People who answer at the same time; who is done makes room for somebody new. */
export class Crowd {
  readonly everybody: Answerer[] = [];
  /** What went wrong while the program lived. */
  readonly refusals: string[] = [];
  /** Answers acknowledged so far. */
  taken = 0;
  readonly #secret: string;
  readonly #seats: (Answerer | undefined)[];
  #until: { readonly least: number; readonly done: PromiseWithResolvers<void> } | undefined;

  constructor(size: number, secret: string) {
    this.#secret = secret;
    this.#seats = Array.from({ length: size }, () => undefined);
  }

  /** Settles when all have lost the program. */
  async answer({ url, over }: { readonly url: string; readonly over: Promise<unknown> }): Promise<void> {
    let isOver = false;
    void over.then(() => {
      isOver = true;
    });
    const goOn = () => {
      this.#look();
      return !isOver;
    };
    const place = async (seat: number) => {
      while (!isOver)
        await this.#in(seat)
          .answer(url, this.#secret, goOn)
          .catch((error: unknown) => this.#refused(error, over));
    };
    await Promise.all(this.#seats.map((_, seat) => place(seat)));
  }

  /** Settles once so many answers are acknowledged; throws when the program lives and does not take them. */
  until(least: number): Promise<void> {
    this.#until = { least, done: Promise.withResolvers() };
    return this.#until.done.promise;
  }

  #look(): void {
    if (this.#until !== undefined && this.taken >= this.#until.least) this.#until.done.resolve();
  }

  /** Whoever is cut off by the end of the program is not refused. */
  async #refused(error: unknown, over: Promise<unknown>): Promise<void> {
    if (await Promise.race([over.then(() => true), pause(2000, false)])) return;
    this.refusals.push(String(error));
    if (this.refusals.length > mostRefusals) this.#until?.done.reject(error);
  }

  #in(seat: number): Answerer {
    const present = this.#seats[seat];
    if (present !== undefined && !present.isDone) return present;
    const onTaken = () => {
      this.taken += 1;
    };
    const next = new Answerer(`torture-${this.everybody.length}`, { onTaken });
    this.everybody.push(next);
    this.#seats[seat] = next;
    return next;
  }
}
