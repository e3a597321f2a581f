import { SerialQueue } from '#domain/queues/serial-queue.ts';
import { BoundedMap } from '../bounded-map.ts';
import { activitySet } from './activity-set.ts';
import type { DirectLineLimits } from './limits.ts';
import type { Heard, LogLine } from './line.ts';
import { Log } from './log.ts';
import type { ProtocolOutcome } from './outcome.ts';
import type { Holder } from './token.ts';
import { readUpTo, watermark } from './watermark.ts';

/** An activity as JSON under its id; without JSON, one that is taken back. */
export interface LoggedReply {
  readonly id: string;
  readonly json?: Buffer;
}

/** How many of a client's own activity ids are remembered, so that a repeated one is no second turn. */
const idsRemembered = 50;

/** One conversation in memory: what was said, whose turn it is, and the socket that listens. */
export class Conversation {
  readonly holder: Holder;
  /** This life of the conversation: another one begins when it comes back into memory. */
  readonly epoch: string;
  readonly log: Log;
  readonly queue = new SerialQueue();
  readonly posted = new BoundedMap<Promise<ProtocolOutcome<{ readonly id: string }>>>(idsRemembered);
  /** The bot has spoken, or will: no greeting is due. */
  greeted = false;
  greeting: Promise<ProtocolOutcome<true>> | undefined;
  locale: string | undefined;
  /** Milliseconds, as the clock gives them. */
  seenAt: number;
  readonly #unread: number;
  readonly #turns: number;
  #line: LogLine | undefined;

  constructor(holder: Holder, epoch: string, limits: DirectLineLimits, now: number) {
    this.holder = holder;
    this.epoch = epoch;
    this.log = new Log(limits);
    this.seenAt = now;
    this.#unread = limits.unread;
    this.#turns = limits.turns;
  }

  get connected(): boolean {
    return this.#line !== undefined;
  }

  /** Runs a turn after those before it; nothing when too many wait. */
  inTurn<T>(turn: () => Promise<T>): Promise<T> | undefined {
    return this.queue.size < this.#turns ? this.queue.run(turn) : undefined;
  }

  get watermark(): string {
    return watermark(this.epoch, this.log.last);
  }

  /** What came after a watermark, with the new one. */
  since(mark: string | undefined): Buffer {
    return activitySet(this.log.since(readUpTo(this.epoch, mark)), this.watermark);
  }

  /** Into the log and, at a new watermark, to whoever listens; in one frame. */
  say(said: readonly LoggedReply[]): void {
    const fresh: Buffer[] = [];
    for (const { id, json } of said) {
      if (json === undefined) this.log.remove(id);
      else {
        this.log.put(id, json);
        fresh.push(json);
      }
    }
    this.log.trim();
    if (fresh.length > 0 && this.connected) this.#send(activitySet(fresh, this.watermark));
  }

  /** To whoever listens now, and nowhere else. */
  whisper(json: Buffer): void {
    if (this.#line !== undefined) this.#send(activitySet([json]));
  }

  /** One socket listens: a second takes the place of the first, and gets what it has not read. */
  attach(line: LogLine, mark: string | undefined, alive: () => void): Heard {
    this.hangUp(1000, 'Another connection took over');
    this.#line = line;
    if (this.log.since(readUpTo(this.epoch, mark)).length > 0) this.#send(this.since(mark));
    return {
      alive,
      gone: () => {
        if (this.#line === line) this.#line = undefined;
      },
    };
  }

  hangUp(code: number, reason: string): void {
    this.#line?.close(code, reason);
    this.#line = undefined;
  }

  /** What was said is forgotten; the conversation may go on. */
  purge(): void {
    this.log.purge();
    this.posted.clear();
  }

  #send(frame: Buffer): void {
    const line = this.#line;
    if (line === undefined) return;
    line.send(frame);
    if (line.unread <= this.#unread) return;
    // Its client does not read: it will come back with its watermark.
    this.#line = undefined;
    line.drop();
  }
}
