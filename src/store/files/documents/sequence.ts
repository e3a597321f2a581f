import { setImmediate as loopTurn } from 'node:timers/promises';
import type { Cursor } from '#store/store.ts';

/** How many erasures are remembered, the last ones; only their ids, and only in memory. */
const longestMemory = 100_000;

/** How long looking at documents may hold the event loop up, in milliseconds. */
const longestLook = 5;

/** A record's place in the sequence of changes of its kind. */
export interface SequencePlace {
  readonly cursor: Cursor;
  readonly id: string;
}

/** Where the documents of a kind are found. */
export interface Documents {
  /** The ids of all, a folder at a time; folders that need no look are left out. */
  shards(known: ReadonlySet<string>): AsyncIterable<readonly string[]>;
  /** Where one stands; undefined when it is gone. */
  cursorOf(id: string): Promise<Cursor | undefined>;
}

/** In which order the records of one kind last changed. The documents are looked at when first asked. */
export class Sequence {
  readonly #documents: Documents;
  #live = new Map<string, Cursor>();
  readonly #erased = new Map<string, Cursor>();
  #complete: Promise<void> | undefined;
  /** Places that are known without a look at the document. */
  readonly #foreseen: SequencePlace[] = [];

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** The record was saved; its place is the last. */
  saved({ cursor, id }: SequencePlace): void {
    this.#erased.delete(id);
    this.#live.delete(id);
    this.#live.set(id, cursor);
  }

  erased({ cursor, id }: SequencePlace): void {
    this.#live.delete(id);
    this.#erased.delete(id);
    this.#erased.set(id, cursor);
    const [oldest] = this.#erased.keys();
    if (this.#erased.size > longestMemory && oldest !== undefined) this.#erased.delete(oldest);
  }

  /** Where the record stands now. */
  at(id: string): Cursor | undefined {
    return this.#live.get(id) ?? this.#erased.get(id);
  }

  /** Whether the record is there, as far as is known. */
  lives(id: string): boolean {
    return this.#live.has(id);
  }

  /** Every record that is there, as far as is known. */
  ids(): Iterable<string> {
    return this.#live.keys();
  }

  /** A place that holds unless something is known better; before the documents are looked at. */
  foresee(place: SequencePlace): void {
    this.#foreseen.push(place);
  }

  /** Looks at the documents, but in folders of which every place is foreseen. */
  order(known: ReadonlySet<string> = new Set()): Promise<void> {
    this.#complete ??= this.#scan(known).catch((error: unknown) => {
      this.#complete = undefined;
      throw error;
    });
    return this.#complete;
  }

  /** All places after a cursor, erased records included, oldest first. */
  async since(after: Cursor): Promise<readonly SequencePlace[]> {
    await this.order();
    return [...this.#live, ...this.#erased]
      .filter(([, cursor]) => cursor > after)
      .sort(([, a], [, b]) => a - b)
      .map(([id, cursor]) => ({ id, cursor }));
  }

  async #scan(known: ReadonlySet<string>): Promise<void> {
    const found = this.#foreseen.map(({ id, cursor }): [string, Cursor] => [id, cursor]);
    for await (const ids of this.#documents.shards(known)) {
      let from = performance.now();
      for (const id of ids.filter((one) => this.at(one) === undefined)) {
        const cursor = await this.#documents.cursorOf(id);
        if (cursor !== undefined) found.push([id, cursor]);
        if (performance.now() - from < longestLook) continue;
        await loopTurn();
        from = performance.now();
      }
    }
    // What changed meanwhile is known better already.
    const missing = found.filter(([id]) => this.at(id) === undefined);
    this.#foreseen.length = 0;
    this.#live = new Map([...missing, ...this.#live].sort(([, a], [, b]) => a - b));
  }
}
