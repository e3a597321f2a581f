import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { SerialQueue } from '#domain/in-memory/serial-queue.ts';
import type { IncomingActivity } from '../../wire.ts';
import type { Holder } from '../admission/token.ts';
import type { DirectLineLimits } from '../limits.ts';
import type { ProtocolOutcome } from '../outcome.ts';
import { activitySet } from './activity-set.ts';
import type { ClientSocket, SocketSigns } from './client-socket.ts';
import { Listeners } from './listeners.ts';
import { Log } from './log.ts';

/** An activity as JSON under its id; without JSON, one that is taken back. */
export interface LoggedReply {
  readonly id: string;
  readonly json?: Buffer;
}

/** What is left of a conversation that left the memory with nothing in it but its greeting: enough to say the same again. */
export interface Greeted {
  readonly epoch: string;
  /** The number of the greeting's last activity. */
  readonly last: number;
  readonly locale: string | undefined;
  readonly device: IncomingActivity['device'];
}

/** What is left of a conversation whose node stops in order: enough to go on elsewhere with whoever has read all that was said. */
export interface Parted extends Greeted {
  readonly isParted: true;
}

/** A life of a conversation as it begins in memory: a new one, or one that goes on with what is left of it. */
type Life = Pick<Greeted, 'epoch'> & Partial<Parted>;

/** How many of a client's own activity ids are remembered, so that a repeated one is no second turn. */
const idsRemembered = 50;

/** One conversation in memory: what was said, whose turn it is, and the sockets that listen. */
export class Conversation {
  readonly holder: Holder;
  /** This life of the conversation: another one begins when it comes back into memory. */
  readonly epoch: string;
  readonly log: Log;
  readonly queue = new SerialQueue();
  /** Activities whose replies the client has not been given, in order, and whether these are there to be fetched. */
  readonly #unseen = new Map<string, 'at-work' | 'said'>();
  readonly posted = new BoundedMap<Promise<ProtocolOutcome<{ readonly id: string }>>>(idsRemembered);
  /** The bot has spoken, or will: no greeting is due. */
  greeted = false;
  greeting: Promise<ProtocolOutcome<true>> | undefined;
  /** The number of the last activity of a greeting that this life begins with once more, to be said again under the same ids. */
  readonly before: number | undefined;
  /** The number of the greeting's last activity, as long as nobody wrote. */
  #greetedUpTo: number | undefined;
  /** The number of the last activity that was said on another node, before this life went on here. */
  readonly parted: number | undefined;
  locale: string | undefined;
  /** On what the client runs, as it said at the start. */
  device: IncomingActivity['device'];
  /** Milliseconds, as the clock gives them. */
  seenAt: number;
  readonly listeners: Listeners;
  readonly #turns: number;

  constructor(holder: Holder, life: Life, limits: DirectLineLimits, now: number) {
    this.holder = holder;
    this.epoch = life.epoch;
    this.before = life.isParted ? undefined : life.last;
    this.parted = life.isParted && life.last;
    this.locale = life.locale;
    this.device = life.device;
    this.log = new Log(limits);
    this.log.skipTo(this.parted ?? 0);
    this.seenAt = now;
    this.listeners = new Listeners(limits.unread);
    this.#turns = limits.turns;
  }

  get connected(): boolean {
    return this.listeners.size > 0;
  }

  /** The greeting is over. */
  endGreeting(): void {
    this.greeted = true;
    // What a client has read of a former life is no news, and what comes now is.
    this.log.skipTo(this.before ?? 0);
    this.#greetedUpTo = this.log.last;
  }

  /** Goes on, with nothing to be said again, for whoever has read all of before. */
  goOn(mark: string | undefined): void {
    if (this.parted !== undefined && readUpTo(this.epoch, mark) >= this.parted) this.greeted = true;
  }

  /** What another node goes on with; nothing of what was said. */
  get parting(): Parted {
    return { ...this.#left, isParted: true };
  }

  /** What would be left of it, if it left the memory now without losing anything. */
  get rest(): Greeted | undefined {
    if (this.#greetedUpTo !== this.log.last || this.connected || this.queue.size > 0) return undefined;
    return this.#left;
  }

  get #left(): Greeted {
    const { epoch, locale, device, log } = this;
    return { epoch, last: log.last, locale, device };
  }

  /** Runs a turn after those before it; nothing when too many wait. */
  inTurn<T>(turn: () => Promise<T>): Promise<T> | undefined {
    return this.queue.size < this.#turns ? this.queue.run(turn) : undefined;
  }

  /** The activities whose replies the client had not in sight as it sent what comes now. */
  get unseen(): readonly string[] {
    return [...this.#unseen.keys()];
  }

  /** A turn begins; returns what to call at its end. */
  begin(id: string): () => void {
    this.#unseen.set(id, 'at-work');
    this.#greetedUpTo = undefined;
    for (const [oldest] of this.#unseen) if (this.#unseen.size > idsRemembered) this.#unseen.delete(oldest);
    return () => {
      if (this.connected || !this.#unseen.has(id)) this.#unseen.delete(id);
      else this.#unseen.set(id, 'said');
    };
  }

  get watermark(): string {
    return watermark(this.epoch, this.log.last);
  }

  /** What came after a watermark, with the new one. */
  since(mark: string | undefined): Buffer {
    for (const [id, state] of this.#unseen) if (state === 'said') this.#unseen.delete(id);
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
    if (fresh.length > 0 && this.connected) this.listeners.send(activitySet(fresh, this.watermark));
  }

  /** To whoever listens now, and nowhere else. */
  whisper(json: Buffer): void {
    if (this.connected) this.listeners.send(activitySet([json]));
  }

  /** A socket listens beside the others, and gets what it has not read. */
  attach(socket: ClientSocket, mark: string | undefined, alive: () => void): SocketSigns {
    this.listeners.add(socket);
    if (this.log.since(readUpTo(this.epoch, mark)).length > 0)
      this.listeners.sendTo(socket, this.since(mark));
    return { alive, gone: () => this.listeners.remove(socket) };
  }

  /** What was said is forgotten; the conversation may go on. */
  purge(): void {
    this.log.purge();
    this.posted.clear();
  }
}

/** A place in a conversation's log: the life of the conversation that it belongs to, and a number within it. */
const watermark = (epoch: string, n: number): string => `${epoch}.${n}`;

/** How far the holder of a watermark has read; 0, the beginning, for one of another life or of none. */
function readUpTo(epoch: string, mark: string | undefined): number {
  const n = mark?.startsWith(`${epoch}.`) ? mark.slice(epoch.length + 1) : '';
  return /^\d{1,15}$/.test(n) ? Number(n) : 0;
}
