import pg from 'pg';
import type { StoreUnavailable } from '../store.ts';
import { Listening } from './listening.ts';
import { closed, isPassing, isUnavailable, unavailable } from './refusal.ts';

/** Sends one statement; its rows. Throws StoreUnavailable while the database cannot be used. */
export type Query = <R extends pg.QueryResultRow>(
  text: string,
  values?: readonly unknown[],
) => Promise<readonly R[]>;

/** A PostgreSQL that all nodes of an installation share. */
export interface Database {
  /** One statement in a transaction of its own. `text` is one of a bounded number: each is prepared once a connection. */
  readonly query: Query;
  /** All of it or nothing, on one connection. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** One statement that takes its time, on a connection of its own, in no transaction. */
  maintain(statement: string): Promise<void>;
  /**
   * Hears what is told on a channel, by this node as well, from the next moment on. What was told while nothing could be heard is
   * lost: `heard` is then called without a payload, once it hears again. Returns the way to stop.
   */
  listen(channel: string, heard: (payload: string | undefined) => void): () => void;
  /** A payload has at most 7,999 bytes. */
  notify(channel: string, payload?: string): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most, one to listen not counted. */
  readonly pool?: number;
  readonly onRefused?: (refusal: StoreUnavailable) => void;
  readonly onPassed?: () => void;
}

/** In milliseconds: what a person in a chat can be made to wait for, a few times over. */
const limits = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 5_000,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 15_000,
  // Where no answer comes at all: after the server itself would have given up.
  query_timeout: 20_000,
  idleTimeoutMillis: 60_000,
};

const patient = { connectionTimeoutMillis: 5_000, lock_timeout: 30_000, statement_timeout: 1_800_000 };

/** How often a statement that others stood in the way of is sent. */
const mostTries = 4;

/** Connects when first asked. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { pool: max = 10, onRefused = () => {}, onPassed = () => {} } = options;
  const config = { connectionString: url, application_name: 'trajectoires', keepAlive: true };
  const pool = new pg.Pool({ ...limits, ...config, max });
  // A connection at rest that breaks is replaced by the next call.
  pool.on('error', () => {});
  const listening = new Listening(config);
  let isClosed = false;

  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isClosed) throw closed();
    try {
      const done = await work();
      onPassed();
      return done;
    } catch (error) {
      // A mistake of ours, or of whoever works in a transaction, goes on its way.
      if (!isOfDatabase.has(Object(error)) || !isUnavailable(error)) throw error;
      const refusal = unavailable(error);
      if (!isClosed) onRefused(refusal);
      throw refusal;
    }
  };
  const query: Query = (text, values) => told(() => again(() => send(pool, text, values)));
  return {
    query,
    transaction: (work) =>
      told(async () => {
        const client = await noted(pool.connect());
        let failure: Error | undefined;
        try {
          await noted(client.query('BEGIN'));
          const done = await work((text, values) => send(client, text, values));
          await noted(client.query('COMMIT'));
          return done;
        } catch (error) {
          failure = error instanceof Error ? error : new Error('not an error');
          throw error;
        } finally {
          // One that failed is closed, and its transaction with it.
          client.release(failure);
        }
      }),
    maintain: (statement) =>
      told(async () => {
        const client = new pg.Client({ ...config, ...patient });
        client.on('error', () => {});
        try {
          await noted(client.connect());
          await noted(client.query(statement));
        } finally {
          await client.end().catch(() => {});
        }
      }),
    listen: (channel, heard) => listening.add(channel, heard),
    notify: async (channel, payload = '') => {
      await query('SELECT pg_notify($1, $2)', [channel, payload]);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await Promise.all([listening.close(), pool.end()]);
    },
  };
}

type Sender = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>;

async function send<R extends pg.QueryResultRow>(
  to: Sender,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly R[]> {
  const { rows } = await noted(to.query<R>({ name: nameOf(text), text, values: [...values] }));
  return rows;
}

/** What the database, or the way to it, threw. */
const isOfDatabase = new WeakSet<object>();

function noted<T>(sent: Promise<T>): Promise<T> {
  return sent.catch((error: unknown) => {
    isOfDatabase.add(Object(error));
    throw error;
  });
}

/** A statement that was taken back whole may be sent again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await work();
    } catch (error) {
      if (tries === mostTries || !isPassing(error)) throw error;
    }
}

const names = new Map<string, string>();

/** Under which a connection keeps a statement prepared. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `trajectoires ${names.size}`;
  names.set(text, name);
  return name;
}
