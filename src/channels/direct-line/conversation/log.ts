import type { DirectLineLimits } from '../limits.ts';

interface Entry {
  readonly n: number;
  readonly json: Buffer;
}

/** What was said in a conversation, oldest first, as the JSON that goes over the wire. */
export class Log {
  readonly #limits: Pick<DirectLineLimits, 'entries' | 'bytes'>;
  readonly #entries = new Map<string, Entry>();
  #n = 0;
  #bytes = 0;

  constructor(limits: Pick<DirectLineLimits, 'entries' | 'bytes'>) {
    this.#limits = limits;
  }

  /** The number of the last entry ever made; 0 before the first. */
  get last(): number {
    return this.#n;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Numbers up to this one are not given again. */
  skipTo(n: number): void {
    this.#n = Math.max(this.#n, n);
  }

  /** At the end; what had the same id before is replaced by it. */
  put(id: string, json: Buffer): void {
    this.remove(id);
    this.#n += 1;
    this.#entries.set(id, { n: this.#n, json });
    this.#bytes += json.length;
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    this.#bytes -= entry.json.length;
  }

  /** What came after a number. */
  since(n: number): Buffer[] {
    const found: Buffer[] = [];
    if (n >= this.#n) return found;
    for (const entry of this.#entries.values()) if (entry.n > n) found.push(entry.json);
    return found;
  }

  /** Back within the limits, the oldest going first. */
  trim(): void {
    const { entries, bytes } = this.#limits;
    for (const id of this.#entries.keys()) {
      if (this.#entries.size <= entries && this.#bytes <= bytes) return;
      this.remove(id);
    }
  }

  purge(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }
}
