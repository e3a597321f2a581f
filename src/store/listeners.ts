import type { OnProblem } from './problem.ts';
import type { Change } from './store.ts';

type Listener = (change: Change) => void;

/** Those who are told of each change once it is durable. */
export class Listeners {
  readonly #all = new Set<Listener>();
  readonly #onProblem: OnProblem;

  constructor(onProblem: OnProblem) {
    this.#onProblem = onProblem;
  }

  /** Returns the way to stop listening. */
  add(listener: Listener): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  /** One that fails keeps nobody else from being told. */
  readonly tell: Listener = (change) => {
    for (const listener of this.#all) {
      try {
        listener(change);
      } catch {
        this.#onProblem({
          about: 'listener-failed',
          message: 'A listener of the store failed; the change itself is saved.',
          remedy: 'Report this as a fault of the program.',
        });
      }
    }
  };
}
