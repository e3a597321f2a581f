import type { Language } from '#domain/catalogue/language.ts';
import type { Recognised } from '../reading.ts';
import { type Hand, startHand } from './hand.ts';

/** A worker and its warm spare: either takes what comes. */
const hands = 2;

/** A worker that could not even get warm is not replaced at once. */
const restMs = 5_000;

/** The hands at work, replaced when they end; one at a time gets warm, which costs a processor some seconds. */
export class Crew {
  readonly #idle = new Set<Hand>();
  readonly #hands = new Set<Hand>();
  readonly #full = Promise.withResolvers<void>();
  readonly #onIdle: () => void;
  #isGrowing = false;
  #isClosed = false;

  /** `onIdle` is called whenever a hand becomes idle. */
  constructor(onIdle: () => void) {
    this.#onIdle = onIdle;
    this.#grow();
  }

  /** Settles when all hands have been warm at once, or at the close. */
  get ready(): Promise<void> {
    return this.#full.promise;
  }

  /** Whether any hand is warm, busy or not. */
  get isWarm(): boolean {
    return this.#hands.size > (this.#isGrowing ? 1 : 0);
  }

  /** Gives work to an idle hand: undefined, at once, when there is none; then when the hand ended before it answered. */
  work(text: string, language: Language, deadlineMs: number): Promise<Recognised | undefined> | undefined {
    const [hand] = this.#idle;
    if (hand === undefined) return undefined;
    this.#idle.delete(hand);
    return hand.work(text, language, deadlineMs).finally(() => this.#rest(hand));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#full.resolve();
    await Promise.all([...this.#hands].map((hand) => hand.end()));
  }

  #grow(): void {
    if (this.#isClosed || this.#isGrowing || this.#hands.size >= hands) return;
    this.#isGrowing = true;
    const hand = startHand();
    this.#hands.add(hand);
    void hand.warm.then((isWarm) => this.#warmed(hand, isWarm));
    void hand.ended.then(() => this.#ended(hand));
  }

  #warmed(hand: Hand, isWarm: boolean): void {
    this.#isGrowing = false;
    if (!isWarm) return void setTimeout(() => this.#grow(), restMs).unref();
    if (this.#hands.size >= hands) this.#full.resolve();
    this.#rest(hand);
    this.#grow();
  }

  #rest(hand: Hand): void {
    if (!this.#hands.has(hand)) return;
    this.#idle.add(hand);
    this.#onIdle();
  }

  async #ended(hand: Hand): Promise<void> {
    this.#hands.delete(hand);
    this.#idle.delete(hand);
    if (await hand.warm) this.#grow();
  }
}
