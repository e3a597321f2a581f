import { randomUUID } from 'node:crypto';
import { Listeners } from '../listeners.ts';
import { type OnOutage, Outage } from '../outage.ts';
import type { OnProblem } from '../problem.ts';
import { type Database, openDatabase } from './database.ts';
import { Feed } from './feed.ts';
import { migrate } from './migrate.ts';
import { refuseHalfMoved } from './move/mark.ts';
import { presentCursor } from './news.ts';
import { type NamesUnknown, PostgresStore } from './postgres-store.ts';
import { createProbe } from './probe.ts';
import { RowDigests } from './reading/row-digests.ts';
import { ofLaterRelease } from './refusal.ts';
import { tellByKind } from './tell-by-kind.ts';
import { UnreadableRows } from './unreadable-rows.ts';
import { Vacuum } from './vacuum.ts';
import { Writing } from './writing.ts';

export type { Database } from './database.ts';
export type { PostgresStore } from './postgres-store.ts';

export interface PostgresOptions {
  /** Whether a record names something that this node was not told of yet; what is loaded never does. */
  readonly namesUnknown?: NamesUnknown;
  /** A move fills it: what is there may be a part. */
  readonly isFilled?: true;
  /** Connections at most, beside the one that listens; 10 unless told. */
  readonly pool?: number;
  /** How often what is derived of people is written, in milliseconds; once a minute unless told. */
  readonly digestsEvery?: number;
  /** Told of records that cannot be read and of listeners that fail. */
  readonly onProblem?: OnProblem;
  /** Told when the database cannot be used, now and then while it cannot, and when it is over. */
  readonly onOutage?: OnOutage;
}

/** A store, and the database that it lies in, for what nodes share beside records. Closing the store closes both. */
export interface OpenPostgres {
  readonly store: PostgresStore;
  readonly database: Database;
}

/**
 * Opens the store of a database (`postgres://user:password@host/name`), for one node of an installation; makes its tables first where
 * they are missing. Throws StoreUnavailable when the database cannot be used, or a later release wrote there; each carries a remedy.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<OpenPostgres> {
  const { onProblem = () => {}, onOutage = () => {} } = options;
  const outage = new Outage(onOutage);
  const database = openDatabase(url, {
    ...(options.pool !== undefined && { pool: options.pool }),
    onRefused: (refusal) => outage.refused(refusal),
    onPassed: () => outage.passed(),
  });
  try {
    await migrate(database);
    if (!options.isFilled) await refuseHalfMoved(database.query);
    return await assemble(database, onProblem, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assemble(
  database: Database,
  onProblem: OnProblem,
  { namesUnknown = () => false, digestsEvery: every }: PostgresOptions,
): Promise<OpenPostgres> {
  const node = randomUUID();
  const listeners = new Listeners(onProblem);
  const digests = new RowDigests({ database, ...(every !== undefined && { every }) });
  listeners.add(digests.heard);
  const tell = tellByKind(listeners.tell);
  const unreadable = new UnreadableRows(onProblem);
  const vacuum = new Vacuum(database, onProblem);
  const feed = new Feed({ database, node, unreadable, tell }, await presentCursor(database.query));
  const writing = new Writing({ database, node, feed });
  const pruning = setInterval(() => void prune(database), 3_600_000).unref();
  const release = async () => {
    clearInterval(pruning);
    await digests.close();
    await Promise.all([feed.close(), vacuum.close()]);
    await database.close();
  };
  const trouble = createProbe(database);
  const store = new PostgresStore({
    tell,
    database,
    node,
    writing,
    feed,
    digests,
    listeners,
    unreadable,
    vacuum,
    trouble,
    release,
    namesUnknown,
  });
  await refuseLater(store, unreadable);
  await prune(database);
  feed.start();
  return { store, database };
}

/** What everybody depends on: a start that passed one of them over would hide a consultation, or change who may do what. */
const everybodys = ['consultation', 'account', 'facilitator', 'api-key'] as const;

async function refuseLater(store: PostgresStore, unreadable: UnreadableRows): Promise<void> {
  for (const kind of everybodys) for await (const _ of store.changes(kind, 0));
  if (unreadable.later !== undefined) throw ofLaterRelease(unreadable.later);
}

/** A node that was away for longer than this is told of erasures by its next start. */
const prune = (database: Database): Promise<unknown> =>
  database
    .query("DELETE FROM trajectoires.erased WHERE at < now() - interval '7 days'")
    .catch(() => undefined);
