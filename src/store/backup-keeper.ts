import type { RecordKind } from '#domain/records/records.ts';

/** A backup as it is listed. */
export interface ListedBackup {
  /** What names it: its moment, in a file's letters. */
  readonly name: string;
  /** When it was begun, as ISO 8601 in UTC. */
  readonly at: string;
  /** Whether all documents could be read when it was made. */
  readonly isWhole: boolean;
  /** What it takes up now: what was erased since is erased there too. */
  readonly bytes: number;
}

/** What a look at every document of a backup found. */
export interface BackupReport extends ListedBackup {
  readonly documents: number;
  readonly kinds: Readonly<Partial<Record<RecordKind, number>>>;
  /** Documents that are none, or that nobody can read. */
  readonly unread: number;
  /** A later release of the program wrote in it. */
  readonly isLater: boolean;
  /** Whether the keys of the installation are there. */
  readonly hasKeys: boolean;
  /** SHA-256, in hexadecimal, over each file's place and its own SHA-256, in the order of their places. */
  readonly print: string;
}

/** A backup that is put in the place of what is kept, at the next start. */
export interface PlannedRestore {
  readonly backup: string;
  readonly askedAt: string;
  readonly by: { readonly id: string; readonly name: string };
  /** The hash of a one-time link by which whoever asked comes in afterwards. */
  readonly link: string;
}

/** The program's own backups, for whoever looks after them without a terminal. Throws StoreUnavailable where the disk refuses. */
export interface BackupKeeper {
  /** The latest first. */
  list(): Promise<readonly ListedBackup[]>;
  make(): Promise<{ readonly documents: number; readonly unread: number }>;
  /** Nothing where there is none of this name. */
  check(name: string): Promise<BackupReport | undefined>;
  /** All of it as one file, a gzipped tar (POSIX.1-2001); nothing where there is none of this name. */
  archive(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  planned(): Promise<PlannedRestore | undefined>;
  plan(restore: PlannedRestore): Promise<void>;
  unplan(): Promise<void>;
}

/** Whether a backup may stand in the place of what is kept: nothing of it is missing, and this release reads it all. */
export const isRestorable = ({ isWhole, unread, isLater, hasKeys }: BackupReport): boolean =>
  isWhole && unread === 0 && !isLater && hasKeys;

const named = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(-incomplete)?$/;

/** When a backup was begun, by its name; nothing for what is none. */
export const momentIn = (name: string): string | undefined => {
  const [, day, hour, minute, second, ms] = named.exec(name) ?? [];
  return day === undefined ? undefined : `${day}T${hour}:${minute}:${second}.${ms}Z`;
};
