import { relative } from 'node:path';
import type { RecordKind } from '#domain/records/records.ts';
import type { OnProblem, StoreProblem } from '#store/problem.ts';
import { RecordUnreadable } from '#store/store.ts';
import { errorCode } from '../disk.ts';
import type { Quarantine } from './quarantine.ts';

/** What the system says of a place in which no file stands: a folder, a ring of links, a socket. */
const noFile = ['EISDIR', 'ELOOP', 'ENXIO'];

/** Of so many, each is named; a whole disk that fails must not fill the log. */
const mostNamed = 100;

/**
 * Documents that are there and cannot be read: each is told of once, and nothing takes its place. A file stays where it is, for the
 * next reading may succeed; what is no file is set aside.
 */
export class Unreadable {
  readonly #dir: string;
  readonly #quarantine: Quarantine;
  readonly #onProblem: OnProblem;
  readonly #told = new Set<string>();
  #later: string | undefined;

  constructor(dir: string, quarantine: Quarantine, onProblem: OnProblem) {
    this.#dir = dir;
    this.#quarantine = quarantine;
    this.#onProblem = onProblem;
  }

  /** The system does not give a document. */
  async document(kind: RecordKind, path: string, cause: unknown): Promise<RecordUnreadable> {
    const code = errorCode(cause) || 'no reason given';
    if (noFile.includes(code) && (await this.#quarantine.takeStranger(kind, path).catch(() => false)))
      return this.waiting(path);
    return this.#refuse(path, {
      about: 'unreadable-document',
      message: `The document ${this.#name(path)} cannot be read (${code}). It is left as it is; the others are not touched.`,
      remedy:
        'Give it back to the account of the server, or look at the disk: it is read again when it is asked for.',
    });
  }

  /** What stood in a document's place was set aside, and its person is not to begin anew. */
  waiting(path: string): RecordUnreadable {
    return this.#refuse(path, {
      about: 'unreadable-document',
      message: `In the place of the document ${this.#name(path)} stood something else. It waits in quarantine/; the others are not touched.`,
      remedy:
        'Put the document back from a backup, or delete what was set aside: then its person begins anew.',
    });
  }

  /** A damaged document could not be set aside. */
  stuck(path: string, cause: unknown): RecordUnreadable {
    return this.#refuse(path, {
      about: 'damaged-document',
      message: `The document ${this.#name(path)} is damaged and could not be set aside (${errorCode(cause)}). It is left as it is.`,
      remedy:
        'Give the data folder back to the account of the server, or put the document back from a backup.',
    });
  }

  /** A later release wrote a document. `why` names places, never values. */
  ofLaterForm(path: string, why: string): RecordUnreadable {
    this.#later ??= `the document ${this.#name(path)} (${why})`;
    return this.#refuse(path, {
      about: 'later-document',
      message: `The document ${this.#name(path)} was written by a later release (${why}). It is left as it is.`,
      remedy: 'Start the release that wrote it, or put back the backup that was made before.',
    });
  }

  /** The first document met that a later release wrote, as it is named to the operator. */
  get later(): string | undefined {
    return this.#later;
  }

  /** A folder of documents cannot be looked through. */
  folder(path: string, cause: unknown): void {
    this.#refuse(path, {
      about: 'unreadable-folder',
      message: `The folder ${this.#name(path)} cannot be looked through (${errorCode(cause)}). It is left as it is; whoever has a document there is not counted.`,
      remedy: 'Give it back to the account of the server, or look at the disk; then start again.',
    });
  }

  #refuse(path: string, problem: StoreProblem): RecordUnreadable {
    if (!this.#told.has(path) && this.#told.size <= mostNamed) {
      this.#told.add(path);
      this.#onProblem(this.#told.size <= mostNamed ? problem : { ...problem, message: more });
    }
    return new RecordUnreadable(problem.message, problem.remedy);
  }

  #name(path: string): string {
    return relative(this.#dir, path);
  }
}

const more = `More than ${mostNamed} documents cannot be read; from here on they are not named.`;
