import type { RecordKind, Records } from '#domain/records/records.ts';
import type { KeyPlace } from '#store/key-place.ts';
import type { OnProblem } from '#store/problem.ts';
import type { Store } from '#store/store.ts';

/** A store that can be filled with records as they are. */
export interface FillableStore extends Store {
  put<K extends RecordKind>(kind: K, records: readonly Records[K][]): Promise<void>;
}

/** What is moved from: nobody else writes there meanwhile. */
export interface Source {
  readonly store: Store;
  readonly keys: KeyPlace;
  /** What is there beside records and keys, and is not moved; a sentence each. */
  readonly stays: readonly string[];
  /** Throws StoreUnavailable where somebody worked there meanwhile. */
  refuseUsed(): Promise<void>;
  close(): Promise<void>;
}

/** What is moved into, before anything is written there. */
export interface Target {
  /** Whether a move into it was cut short: a part is there already. */
  readonly isBegun: boolean;
  /** From here on nothing starts on it, until `finish`. */
  begin(): Promise<Filling>;
  close(): Promise<void>;
}

/** What is moved into, while that goes on. */
export interface Filling {
  readonly store: FillableStore;
  readonly keys: KeyPlace;
  /** All that was put is where a start looks for it, and is read from there. */
  settle(): Promise<void>;
  /** Everything is there: it may be started on. */
  finish(): Promise<void>;
}

/** One of the two places between which an installation is moved. All that it throws to the operator bears a remedy. */
export interface Side {
  /** What it is called to the operator; without a password. */
  readonly name: string;
  /** What to do once everything is here, and once everything has gone from here; a sentence each. */
  readonly whenHere: readonly string[];
  readonly whenGone: readonly string[];
  openSource(onProblem: OnProblem): Promise<Source>;
  /** `source`: which installation is moved, a hash of its keys. */
  openTarget(source: string): Promise<Target>;
}
