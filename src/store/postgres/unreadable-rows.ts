import type { RecordKind, Records } from '#domain/records/records.ts';
import type { OnProblem } from '../problem.ts';
import { RecordUnreadable } from '../store.ts';
import { checked } from '../upgrade/checked.ts';
import { whenUnreadable } from '../when-unreadable.ts';

/** Of so many, each is named: a log must not be filled. */
const mostNamed = 100;

/**
 * Reads records out of rows, those of earlier forms too. One that is none is told of once and left as it is: nothing takes its place
 * until it can be read, by a later release or once it was mended.
 */
export class UnreadableRows {
  readonly #onProblem: OnProblem;
  readonly #doubtful = new Map<RecordKind, Set<string>>();
  #told = 0;
  #later: string | undefined;

  constructor(onProblem: OnProblem) {
    this.#onProblem = onProblem;
  }

  /** Throws RecordUnreadable. */
  recordIn<K extends RecordKind>(kind: K, id: string, body: unknown): Records[K] {
    const read = checked(kind, body);
    if ('record' in read) {
      this.#doubtful.get(kind)?.delete(id);
      return read.record;
    }
    const { message, remedy } = this.#refuse(kind, id, read.why, read.isLater);
    throw new RecordUnreadable(message, remedy);
  }

  /** Nothing where it cannot be read, which is no erasure, and was told. */
  readableIn<K extends RecordKind>(kind: K, id: string, body: unknown): Records[K] | undefined {
    try {
      return this.recordIn(kind, id, body);
    } catch (error) {
      return whenUnreadable(undefined)(error);
    }
  }

  /** Ids that could not be read since the start, and were not since. */
  of(kind: RecordKind): readonly string[] {
    return [...(this.#doubtful.get(kind) ?? [])];
  }

  erased(kind: RecordKind, ids: readonly string[]): void {
    for (const id of ids) this.#doubtful.get(kind)?.delete(id);
  }

  /** The first record met that a later release wrote, as it is named to the operator. */
  get later(): string | undefined {
    return this.#later;
  }

  #refuse(kind: RecordKind, id: string, why: string, isLater: boolean) {
    const name = `${kind} ${id.slice(0, 200)}`;
    if (isLater) this.#later ??= `the record ${name} (${why})`;
    const what = isLater ? 'was written by a later release' : 'cannot be read';
    const message = `The record ${name} ${what} (${why}). It is left as it is; the others are not touched.`;
    const remedy = isLater
      ? 'Start the release that wrote it, or put back the dump that was made before.'
      : 'Mend it in the database, or put it back from a dump: it is read again when it is asked for.';
    const its = this.#doubtful.get(kind) ?? new Set();
    if (!its.has(id))
      this.#tell({ about: isLater ? 'later-document' : 'unreadable-document', message, remedy });
    this.#doubtful.set(kind, its.add(id));
    return { message, remedy };
  }

  #tell(problem: Parameters<OnProblem>[0]): void {
    this.#told += 1;
    if (this.#told <= mostNamed) this.#onProblem(problem);
    else if (this.#told === mostNamed + 1)
      this.#onProblem({
        ...problem,
        message: `More than ${mostNamed} records cannot be read; from here on they are not named.`,
      });
  }
}
