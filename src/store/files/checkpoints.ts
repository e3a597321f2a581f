import { SharedRun } from '#domain/in-memory/shared-run.ts';
import type { RecordKind } from '#domain/records/records.ts';
import type { OnProblem } from '../problem.ts';
import type { StoreUnavailable } from '../store.ts';
import { SyncFailed } from './disk.ts';
import type { Shelf } from './documents/shelf.ts';
import type { Shelves } from './documents/shelves.ts';
import type { Journal } from './journal/journal.ts';
import { overfull, unwritten } from './refusal.ts';
import { sideBySide } from './side-by-side.ts';

/** When a checkpoint begins by itself. */
export interface CheckpointPace {
  /** Records whose documents are behind. */
  readonly records: number;
  /** Bytes of the journal. */
  readonly bytes: number;
}

/** Documents written together; Node has four file threads, and the journal needs one at any time. */
const width = 2;
/** Past so many times the pace, a save waits for the checkpoint to end. */
const patience = 8;
/** How long nothing is tried by itself after a failure, in milliseconds. */
const pause = 5_000;
/** Between two words about checkpoints that fail, in milliseconds. */
const often = 60_000;

/** Brings the documents up to date and the journal down to nothing, one checkpoint at a time. */
export class Checkpoints {
  readonly #shelves: readonly Pick<Shelf<RecordKind>, 'behind' | 'work'>[];
  readonly #journal: Journal;
  readonly #pace: CheckpointPace;
  readonly #onProblem: OnProblem;
  readonly #settle: () => Promise<void>;
  readonly #runs = new SharedRun(() => this.#noted());
  #running: Promise<void> | undefined;
  #failure: { readonly cause: unknown; readonly at: number; readonly told: number } | undefined;

  /** `settle` makes durable what the documents' work left to be done at once. */
  constructor(
    shelves: Shelves,
    journal: Journal,
    pace: CheckpointPace,
    onProblem: OnProblem,
    settle: () => Promise<void>,
  ) {
    this.#shelves = Object.values(shelves);
    this.#journal = journal;
    this.#pace = pace;
    this.#onProblem = onProblem;
    this.#settle = settle;
  }

  /** A checkpoint that begins after this call: everything durable by now is in it. Throws StoreUnavailable. */
  now(): Promise<void> {
    return this.#runs.now();
  }

  /** A checkpoint, then work for which the documents stay as it left them: all as they were at one moment. */
  still<T>(work: () => Promise<T>): Promise<T> {
    return this.#runs.between(async () => {
      await this.#run();
      return work();
    });
  }

  /** Begins one in the background if it is time, or if the last one failed. */
  consider(): void {
    const due = this.#load() >= 1 || this.#failure !== undefined;
    if (due && !this.#running && !this.#runs.isWaiting && !this.#justFailed()) this.now().catch(() => {});
  }

  /** Whether saves are refused because the documents cannot be written. */
  get isOverfull(): boolean {
    return this.#load() >= patience && this.#justFailed();
  }

  /** Waits while far too much is behind. Throws StoreUnavailable when that does not change. */
  async room(): Promise<void> {
    while (this.#load() >= patience) {
      if (this.isOverfull) throw overfull(this.#failure?.cause);
      await (this.#running ?? this.now()).catch((error: unknown) => {
        throw overfull(error);
      });
    }
  }

  #noted(): Promise<void> {
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    try {
      const older = await this.#journal.turn();
      if (this.#journal.broken) throw this.#journal.broken;
      await sideBySide(
        this.#shelves.flatMap((shelf) => shelf.work()),
        width,
        (write) => write(),
      );
      await this.#settle();
      await this.#journal.drop(older);
      this.#failure = undefined;
    } catch (error) {
      throw this.#fail(error);
    }
  }

  #fail(cause: unknown): StoreUnavailable {
    if (cause instanceof SyncFailed) this.#journal.break(cause);
    const refusal = this.#journal.broken ?? unwritten(cause);
    const at = performance.now();
    const before = this.#failure?.told;
    const isDue = before === undefined || at - before >= often;
    this.#failure = { cause, at, told: isDue ? at : before };
    if (isDue)
      this.#onProblem({ about: 'checkpoint-failed', message: refusal.message, remedy: refusal.remedy });
    return refusal;
  }

  #justFailed(): boolean {
    return this.#failure !== undefined && performance.now() - this.#failure.at < pause;
  }

  /** How much of the pace is reached. */
  #load(): number {
    const behind = this.#shelves.reduce((sum, shelf) => sum + shelf.behind, 0);
    return Math.max(behind / this.#pace.records, this.#journal.size / this.#pace.bytes);
  }
}
